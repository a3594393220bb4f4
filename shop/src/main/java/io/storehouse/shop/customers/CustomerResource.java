package io.storehouse.shop.customers;

import io.storehouse.shop.problems.ShopException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers")
class CustomerResource {
    private final CustomerTable customers;

    CustomerResource(CustomerTable customers) {
        this.customers = customers;
    }

    @PutMapping("/{code}")
    View register(@PathVariable String code, @RequestBody(required = false) @Nullable Body body) {
        customers.register(List.of(code));
        return new View(code);
    }

    @GetMapping
    List<View> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return customers.page(after, limit).stream().map(View::new).toList();
    }

    @GetMapping("/{code}")
    View one(@PathVariable String code) {
        if (customers.known(List.of(code)).isEmpty()) {
            throw new ShopException(CustomerError.CUSTOMER_NOT_FOUND, "There is no customer " + code);
        }
        return new View(code);
    }

    /** Nothing yet: personal data is not kept. */
    record Body() {}

    record View(String code) {}
}
