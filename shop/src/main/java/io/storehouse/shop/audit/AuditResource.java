package io.storehouse.shop.audit;

import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.CallerScope;
import io.storehouse.shop.stores.StoreScope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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

    /** By time; {@code after} is the id of the last one seen. A caller of some stores sees the acts in those. */
    @GetMapping
    List<AuditView> page(
            @RequestParam(required = false) @Nullable String store,
            @ParameterObject @Valid Wanted wanted,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return entries.page(scope(store), wanted.filter(), after, limit);
    }

    /**
     * Which entries are listed.
     *
     * @param until the first instant after
     * @param sort {@code newest} first (or null), or {@code oldest}
     */
    record Wanted(
            @Nullable String act,
            @Nullable String who,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable @Pattern(regexp = Sort.CODES) String sort) {
        AuditTable.Filter filter() {
            return new AuditTable.Filter(act, who, from, until, Sort.of(sort, Sort.NEWEST));
        }
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
