/** Tests of tills. */
@NullMarked
package io.storehouse.tills;

import org.jspecify.annotations.NullMarked;
