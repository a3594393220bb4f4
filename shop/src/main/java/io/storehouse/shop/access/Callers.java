package io.storehouse.shop.access;

import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is calling, and where it may act. */
@Component
public class Callers {
    /**
     * The caller of the running request.
     *
     * @throws ShopException {@code unauthenticated}
     */
    public Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new ShopException(CommonError.UNAUTHENTICATED, "Nobody is logged in");
    }

    /**
     * The caller, who may act in that store.
     *
     * @throws ShopException {@code forbidden} when it is bound to another store
     */
    public Caller in(String store) {
        Caller caller = current();
        if (caller.store() != null && !caller.store().equals(store)) {
            throw new ShopException(
                    CommonError.FORBIDDEN,
                    "Cannot act in " + store + ": till " + caller.name() + " belongs to " + caller.store(),
                    Map.of("store", store));
        }
        return caller;
    }
}
