/** Where things lie: the built rooms, a data directory with its settings and secrets, the ports. */
@NullMarked
package io.storehouse.launcher.home;

import org.jspecify.annotations.NullMarked;
