/** What people see: ticks, progress and problems on the command line. */
@NullMarked
package io.storehouse.launcher.terminal;

import org.jspecify.annotations.NullMarked;
