@NullMarked
package io.storehouse.launcher.supervision;

import org.jspecify.annotations.NullMarked;
