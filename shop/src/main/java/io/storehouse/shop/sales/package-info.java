/** Sale orders and returns. */
@ApplicationModule(
        allowedDependencies = {
            "problems",
            "documents",
            "outbox",
            "stores",
            "catalogue",
            "customers",
            "stock",
            "registers",
            "loyalty",
            "pricing",
            "giftcards",
            "taxes",
            "flashsale",
            "audit",
            "access"
        })
@NullMarked
package io.storehouse.shop.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
