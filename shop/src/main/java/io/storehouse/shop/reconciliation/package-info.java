/** The shop's side of the reconciliation: what its tables say at one position of the binary log. */
@ApplicationModule(allowedDependencies = {"problems", "outbox"})
@NullMarked
package io.storehouse.shop.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
