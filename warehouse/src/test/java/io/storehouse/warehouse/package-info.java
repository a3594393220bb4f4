/** Tests of the warehouse on a real catalog, with DuckDB as the second opinion. */
@NullMarked
package io.storehouse.warehouse;

import org.jspecify.annotations.NullMarked;
