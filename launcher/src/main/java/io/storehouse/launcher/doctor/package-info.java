/** Looks for what would keep an installation from working, and says what to do about it. */
@NullMarked
package io.storehouse.launcher.doctor;

import org.jspecify.annotations.NullMarked;
