/** Who may do what: the owner, the service, tills. */
@ApplicationModule(allowedDependencies = {"problems", "stores"})
@NullMarked
package io.storehouse.shop.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
