/** The audit log: who did what that one may have to answer for, kept for good. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "outbox", "stores"})
@NullMarked
package io.storehouse.shop.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
