package io.storehouse.shop.access;

import io.storehouse.shop.audit.Actor;
import io.storehouse.shop.audit.CurrentActor;
import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.CallerScope;
import io.storehouse.shop.stores.StoreScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is calling, and where it may act. */
@Component
public class Callers implements CallerScope, CurrentActor {
    /**
     * The caller of the running request.
     *
     * @throws ShopException {@code unauthenticated}
     */
    public Caller current() {
        return find().orElseThrow(() -> new ShopException(CommonError.UNAUTHENTICATED, "Nobody is logged in"));
    }

    /**
     * The caller, who may act in that store.
     *
     * @throws ShopException {@code forbidden} when the store is not one of its own
     */
    public Caller in(String store) {
        Caller caller = current();
        if (!caller.scope().includes(store)) {
            throw new ShopException(
                    CommonError.FORBIDDEN,
                    "Cannot act in " + store + ": " + caller.name() + " belongs to other stores",
                    Map.of("store", store));
        }
        return caller;
    }

    /**
     * The caller, who may act in that store, or in all where none is named.
     *
     * @throws ShopException {@code forbidden} when it has others, or only some
     */
    public Caller inOrEverywhere(@Nullable String store) {
        if (store != null) {
            return in(store);
        }
        Caller caller = current();
        if (!caller.scope().isEverywhere()) {
            throw new ShopException(
                    CommonError.FORBIDDEN,
                    "Cannot act for the whole chain: " + caller.name() + " belongs to some stores only");
        }
        return caller;
    }

    /**
     * The stores that a list is about: the one that is asked for, or all of the caller's.
     *
     * @throws ShopException {@code forbidden} when the store is not one of its own
     */
    public StoreScope scopeOf(@Nullable String store) {
        return store == null
                ? scope()
                : StoreScope.of(List.of(store)).within(in(store).scope());
    }

    @Override
    public StoreScope scope() {
        return current().scope();
    }

    @Override
    public Actor actor() {
        return find().map(Caller::actor).orElse(Actor.SHOP);
    }

    private static Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
