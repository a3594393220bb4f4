@NullMarked
package io.storehouse.launcher.probes;

import org.jspecify.annotations.NullMarked;
