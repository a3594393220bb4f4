/** Products and what they are: categories, variants, bar codes, units, tax classes; and how they are found. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "outbox", "transfer"})
@NullMarked
package io.storehouse.shop.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
