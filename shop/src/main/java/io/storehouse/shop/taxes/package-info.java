/** What of an amount is tax, or comes on top of it: by the rate of its tax class and the terms of its store. */
@ApplicationModule(allowedDependencies = {"stores", "catalogue", "documents"})
@NullMarked
package io.storehouse.shop.taxes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
