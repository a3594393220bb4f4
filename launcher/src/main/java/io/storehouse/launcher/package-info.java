/** The {@code storehouse} command. */
@NullMarked
package io.storehouse.launcher;

import org.jspecify.annotations.NullMarked;
