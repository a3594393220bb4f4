/** Purchasing: suppliers, orders, goods that come in for them and go back. */
@ApplicationModule(
        allowedDependencies = {"problems", "documents", "outbox", "stores", "catalogue", "stock", "access", "transfer"})
@NullMarked
package io.storehouse.shop.purchasing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
