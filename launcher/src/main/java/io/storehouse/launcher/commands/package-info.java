/** The subcommands of {@code storehouse}: each reads its options and says what it did. */
@NullMarked
package io.storehouse.launcher.commands;

import org.jspecify.annotations.NullMarked;
