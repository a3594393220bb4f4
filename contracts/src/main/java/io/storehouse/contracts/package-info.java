/** What crosses a process: events, topics, positions, live-view keys, metric definitions. Knows nothing of any engine. */
@NullMarked
package io.storehouse.contracts;

import org.jspecify.annotations.NullMarked;
