/** A running installation: its lock, its start in the foreground or detached, its stop, its state for people. */
@NullMarked
package io.storehouse.launcher.running;

import org.jspecify.annotations.NullMarked;
