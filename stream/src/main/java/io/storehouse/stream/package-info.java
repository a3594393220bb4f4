/** The stream: live figures for the screen and the archive for the warehouse, as two Flink jobs. */
@NullMarked
package io.storehouse.stream;

import org.jspecify.annotations.NullMarked;
