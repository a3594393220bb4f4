/** What sales files of other systems mean: rows read, classified, and grouped into documents of the shop. Knows no engine. */
@NullMarked
package io.storehouse.formats;

import org.jspecify.annotations.NullMarked;
