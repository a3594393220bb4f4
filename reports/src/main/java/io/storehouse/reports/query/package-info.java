/** The command {@code query}: one read-only statement over the tables of the lake. */
@NullMarked
package io.storehouse.reports.query;

import org.jspecify.annotations.NullMarked;
