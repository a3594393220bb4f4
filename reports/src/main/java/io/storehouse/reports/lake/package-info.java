/** The lake as DuckDB reads it: Iceberg plans the files of one pinned snapshot a table, DuckDB sees views over them. */
@NullMarked
package io.storehouse.reports.lake;

import org.jspecify.annotations.NullMarked;
