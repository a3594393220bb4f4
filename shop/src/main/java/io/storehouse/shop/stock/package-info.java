/** The stock ledger and its balances. */
@ApplicationModule(
        allowedDependencies = {"problems", "documents", "outbox", "stores", "catalogue", "audit", "access", "transfer"})
@NullMarked
package io.storehouse.shop.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
