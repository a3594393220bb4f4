/** One probe for each service: the smallest thing that shows that it does its work. */
@NullMarked
package io.storehouse.launcher.probes;

import org.jspecify.annotations.NullMarked;
