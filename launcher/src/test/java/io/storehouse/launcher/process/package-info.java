@NullMarked
package io.storehouse.launcher.process;

import org.jspecify.annotations.NullMarked;
