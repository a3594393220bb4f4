/** The one way in which facts leave the shop: rows written in the transaction that made the fact. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.storehouse.shop.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
