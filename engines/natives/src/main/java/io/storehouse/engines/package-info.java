/** Starts the engines of one machine (MariaDB, Redis, Kafka) as processes of their own. */
@NullMarked
package io.storehouse.engines;

import org.jspecify.annotations.NullMarked;
