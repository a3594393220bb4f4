/** Imports of sales files: staged, opened with the stock they need, and posted through the shop's own facades. */
@ApplicationModule(
        allowedDependencies = {
            "problems",
            "documents",
            "outbox",
            "stores",
            "catalogue",
            "customers",
            "stock",
            "sales",
            "access"
        })
@NullMarked
package io.storehouse.shop.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
