/** Customers by code; personal data is not kept here. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "outbox"})
@NullMarked
package io.storehouse.shop.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
