package io.storehouse.shop.customers;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers")
class CustomerResource {
    private final CustomerTable customers;
    private final CustomerViews views;
    private final KeepPersonalData personalData;
    private final Merge merge;
    private final Erasure erasure;
    private final Callers callers;

    CustomerResource(
            CustomerTable customers,
            CustomerViews views,
            KeepPersonalData personalData,
            Merge merge,
            Erasure erasure,
            Callers callers) {
        this.customers = customers;
        this.views = views;
        this.personalData = personalData;
        this.merge = merge;
        this.erasure = erasure;
        this.callers = callers;
    }

    /** Without any member of the body the code is made known, and what is kept of the person stays as it is. */
    @PutMapping("/{code}")
    CustomerViews.View register(@PathVariable String code, @RequestBody(required = false) @Nullable Body body) {
        if (body == null || body.isEmpty()) {
            customers.register(List.of(code));
            return one(code);
        }
        personalData.keep(code, body.entered(), callers.current());
        return one(code);
    }

    @GetMapping
    List<CustomerViews.View> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return views.page(after, limit, callers.current());
    }

    @GetMapping("/{code}")
    CustomerViews.View one(@PathVariable String code) {
        return views.one(code, callers.current()).orElseThrow(() -> CustomerTable.notFound(code));
    }

    /** A search has a body, so that no log of addresses holds what was searched for. */
    @PostMapping("/search")
    List<CustomerViews.View> search(@Valid @RequestBody Search search) {
        int given =
                (search.phone() == null ? 0 : 1) + (search.email() == null ? 0 : 1) + (search.name() == null ? 0 : 1);
        if (given != 1) {
            throw new ShopException(
                    CustomerError.INVALID_CUSTOMER, "Invalid search: expected one of phone, email and name");
        }
        if (search.phone() != null) {
            return views.byPhone(search.phone(), callers.current());
        }
        if (search.email() != null) {
            return views.byEmail(search.email(), callers.current());
        }
        String name = String.valueOf(search.name());
        if (name.isBlank()) {
            throw new ShopException(CustomerError.INVALID_CUSTOMER, "Invalid search: the name is blank");
        }
        return views.byName(
                name,
                search.after() == null ? "" : search.after(),
                search.limit() == null ? 20 : search.limit(),
                callers.current());
    }

    @PostMapping("/{code}/merge-into/{other}")
    MergedView merge(@PathVariable String code, @PathVariable String other) {
        Customer merged = merge.merge(code, other);
        return new MergedView(merged.code(), merged.current());
    }

    @PostMapping("/{code}/erase")
    CustomerViews.View erase(@PathVariable String code) {
        erasure.erase(code);
        return one(code);
    }

    /** Personal data, all of them: what is missing here is no longer kept, unless the caller sees only masks. */
    record Body(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable LocalDate birthday) {
        boolean isEmpty() {
            return name == null && phone == null && email == null && birthday == null;
        }

        PersonalData.Entered entered() {
            return new PersonalData.Entered(name, phone, email, birthday);
        }

        @Override
        public String toString() {
            return "Body[hidden]";
        }
    }

    record Search(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String name,
            @Nullable String after,
            @Nullable @Min(1) @Max(100) Integer limit) {
        @Override
        public String toString() {
            return "Search[hidden]";
        }
    }

    record MergedView(String code, String current) {}
}
