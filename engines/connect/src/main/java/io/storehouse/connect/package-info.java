/** Carries the shop's outbox to Kafka: Debezium in a Connect worker, with the commit position of every event. */
@NullMarked
package io.storehouse.connect;

import org.jspecify.annotations.NullMarked;
