/** The live page: reads figures from Redis and pushes them to browsers. */
@ApplicationModule(
        allowedDependencies = {"problems", "documents", "outbox", "stores", "sales", "reconciliation", "access"})
@NullMarked
package io.storehouse.shop.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
