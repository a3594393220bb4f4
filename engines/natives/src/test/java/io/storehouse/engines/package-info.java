/** The engines of one machine, tried with real processes. */
@NullMarked
package io.storehouse.engines;

import org.jspecify.annotations.NullMarked;
