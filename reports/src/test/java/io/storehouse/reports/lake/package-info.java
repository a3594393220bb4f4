/** Tests of reading the lake, and lakes made for tests. */
@NullMarked
package io.storehouse.reports.lake;

import org.jspecify.annotations.NullMarked;
