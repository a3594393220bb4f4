/**
 * The sales summary: what was sold, taken back, taxed and paid, by hour, day, store, category or staff. It reads the tables of sales,
 * shifts and products, and writes none.
 */
@ApplicationModule(allowedDependencies = {"problems", "access", "stores"})
@NullMarked
package io.storehouse.shop.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
