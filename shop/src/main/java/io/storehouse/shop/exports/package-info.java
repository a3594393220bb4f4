/** Every list as a file: CSV or XLSX of exactly the rows that the list gives to the same caller under the same filters. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "audit"})
@NullMarked
package io.storehouse.shop.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
