/** Products: SKU, name, bar code, list price. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "outbox"})
@NullMarked
package io.storehouse.shop.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
