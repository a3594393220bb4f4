/** The live view's way into Redis: the sink that only moves figures forward, and the watch that notices an emptied server. */
@NullMarked
package io.storehouse.stream.redis;

import org.jspecify.annotations.NullMarked;
