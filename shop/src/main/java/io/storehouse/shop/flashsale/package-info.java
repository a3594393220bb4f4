/** Flash sales (秒杀): units are claimed in Redis, queued in Kafka and won in the database. */
@ApplicationModule(
        allowedDependencies = {
            "problems",
            "documents",
            "outbox",
            "stores",
            "catalogue",
            "customers",
            "stock",
            "pricing",
            "audit",
            "access"
        })
@NullMarked
package io.storehouse.shop.flashsale;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
