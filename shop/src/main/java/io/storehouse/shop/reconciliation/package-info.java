/** The shop's side of the reconciliation: what its tables say at one position of the binary log. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "outbox", "sales"})
@NullMarked
package io.storehouse.shop.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
