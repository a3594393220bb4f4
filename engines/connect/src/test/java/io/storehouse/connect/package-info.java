/** The way from the outbox to Kafka, tried on real engines. */
@NullMarked
package io.storehouse.connect;

import org.jspecify.annotations.NullMarked;
