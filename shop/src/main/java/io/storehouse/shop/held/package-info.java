/** Held sales: carts put aside at one till and taken up at another, once. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "stores", "access", "registers"})
@NullMarked
package io.storehouse.shop.held;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
