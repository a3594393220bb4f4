/** Points and tiers of customers: a ledger, its balances, and what spending makes of people. */
@ApplicationModule(
        allowedDependencies = {"problems", "documents", "outbox", "stores", "customers", "pricing", "audit", "access"})
@NullMarked
package io.storehouse.shop.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
