/** Builds the warehouse, ODS to ADS, from the archive of events: Spark runs SQL models over Iceberg tables, by increments. */
@NullMarked
package io.storehouse.warehouse;

import org.jspecify.annotations.NullMarked;
