@NullMarked
package io.storehouse.launcher.home;

import org.jspecify.annotations.NullMarked;
