/** Tells customers of their sales and returns by text message and e-mail, behind Kafka: nothing in a checkout waits for it. */
@ApplicationModule(
        allowedDependencies = {"problems", "documents", "access", "audit", "stores", "customers", "sales", "receipts"})
@NullMarked
package io.storehouse.shop.notifying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
