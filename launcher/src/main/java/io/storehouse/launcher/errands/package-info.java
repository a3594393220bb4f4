/** Work on demand, in processes that end: import, replay, warehouse, reports. */
@NullMarked
package io.storehouse.launcher.errands;

import org.jspecify.annotations.NullMarked;
