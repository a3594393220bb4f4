/** What tests share: the engines, events as the shop writes them, and a log to write them into. */
@NullMarked
package io.storehouse.stream.testing;

import org.jspecify.annotations.NullMarked;
