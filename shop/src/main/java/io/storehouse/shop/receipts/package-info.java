/** Receipts: what a sale or a return looks like on paper. */
@ApplicationModule(allowedDependencies = {"problems", "access", "stores", "sales", "taxes", "printing"})
@NullMarked
package io.storehouse.shop.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
