/** What comes in: Kafka records with their positions, the drop of redeliveries, and the letters that nobody could read. */
@NullMarked
package io.storehouse.stream.intake;

import org.jspecify.annotations.NullMarked;
