/** Rows in and out of the shop as CSV and XLSX: streamed, checked row by row, in batches, with a report. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "access", "exports"})
@NullMarked
package io.storehouse.shop.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
