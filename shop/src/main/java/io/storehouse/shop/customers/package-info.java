/** Customers by code, and who they are: personal data apart, consents, merges of doubles, erasure. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "outbox", "access", "transfer", "exports"})
@NullMarked
package io.storehouse.shop.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
