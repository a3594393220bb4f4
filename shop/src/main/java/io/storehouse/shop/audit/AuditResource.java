package io.storehouse.shop.audit;

import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.CallerScope;
import io.storehouse.shop.stores.StoreScope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditResource {
    private final AuditTable entries;
    private final CallerScope caller;

    AuditResource(AuditTable entries, CallerScope caller) {
        this.entries = entries;
        this.caller = caller;
    }

    /** Newest first; {@code after} is the id of the last one seen. A caller of some stores sees the acts in those. */
    @GetMapping
    List<AuditView> page(
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return entries.page(scope(store), new AuditTable.Filter(act, who, from, until), after, limit);
    }

    private StoreScope scope(@Nullable String store) {
        StoreScope own = caller.scope();
        if (store == null) {
            return own;
        }
        if (!own.includes(store)) {
            throw new ShopException(CommonError.FORBIDDEN, "Cannot read the audit log of " + store);
        }
        return StoreScope.of(List.of(store));
    }
}
