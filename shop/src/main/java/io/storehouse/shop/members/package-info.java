/** What the chain knows of one customer, read across features. */
@ApplicationModule(allowedDependencies = {"problems", "access", "customers", "loyalty", "sales"})
@NullMarked
package io.storehouse.shop.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
