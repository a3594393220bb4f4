/** Tests of the command {@code query}. */
@NullMarked
package io.storehouse.reports.query;

import org.jspecify.annotations.NullMarked;
