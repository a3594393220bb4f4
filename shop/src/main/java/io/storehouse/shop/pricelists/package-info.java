/** Price lists: the chain's and each store's, with all that they ever said and will say. */
@ApplicationModule(
        allowedDependencies = {"problems", "documents", "outbox", "stores", "catalogue", "access", "transfer"})
@NullMarked
package io.storehouse.shop.pricelists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
