/** Who may do what and where: people and their roles, the service, tills; and approvals by PIN. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "stores", "audit", "exports"})
@NullMarked
package io.storehouse.shop.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
