/** Registers: the drawer of a till, its shifts, and what they must hold. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "outbox", "stores", "access", "printing"})
@NullMarked
package io.storehouse.shop.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
