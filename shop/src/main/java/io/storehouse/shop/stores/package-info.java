/** Stores: zone, currency, and the business date of an instant. */
@ApplicationModule(allowedDependencies = {"problems", "outbox"})
@NullMarked
package io.storehouse.shop.stores;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
