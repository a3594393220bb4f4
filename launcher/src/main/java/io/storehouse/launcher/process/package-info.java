/** Processes of this machine as {@code /proc} shows them, and the files that remember ours. */
@NullMarked
package io.storehouse.launcher.process;

import org.jspecify.annotations.NullMarked;
