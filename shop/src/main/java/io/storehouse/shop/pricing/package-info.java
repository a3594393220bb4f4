/** What a cart costs: promotions, coupons, and the engine that applies them in a fixed order and keeps the trail. */
@ApplicationModule(
        allowedDependencies = {"problems", "documents", "outbox", "stores", "catalogue", "pricelists", "taxes", "access"
        })
@NullMarked
package io.storehouse.shop.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
