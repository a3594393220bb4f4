/** Starts services by their dependencies, watches each by what it does, restarts and stops them. */
@NullMarked
package io.storehouse.launcher.supervision;

import org.jspecify.annotations.NullMarked;
