/** The archive: every record of the archived topics, verbatim and once, in an Iceberg table that is its own checkpoint. */
@NullMarked
package io.storehouse.stream.archive;

import org.jspecify.annotations.NullMarked;
