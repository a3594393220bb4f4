package io.storehouse.shop.registers;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stores/{store}/registers")
class RegisterResource {
    private final Stores stores;
    private final Registers registers;
    private final Callers callers;

    RegisterResource(Stores stores, Registers registers, Callers callers) {
        this.stores = stores;
        this.registers = registers;
        this.callers = callers;
    }

    /** Gives the till of that code a drawer: from then on it sells only in a shift. */
    @PutMapping("/{code}")
    View define(@PathVariable String store, @PathVariable String code, @Valid @RequestBody Body body) {
        callers.in(store);
        Store known = stores.require(store);
        return View.of(known, registers.define(known, code, body.name()));
    }

    @GetMapping
    List<View> all(@PathVariable String store) {
        callers.in(store);
        Store known = stores.require(store);
        return registers.all(known).stream()
                .map(register -> View.of(known, register))
                .toList();
    }

    record Body(@NotBlank @Size(max = 128) String name) {}

    record View(String store, String code, String name) {
        static View of(Store store, Register register) {
            return new View(store.code(), register.code(), register.name());
        }
    }
}
