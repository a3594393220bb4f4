@NullMarked
package io.storehouse.launcher.running;

import org.jspecify.annotations.NullMarked;
