package io.storehouse.shop.sales;

import io.storehouse.shop.audit.AuditAct;

/** Acts that sales record of their own. */
enum SaleAct implements AuditAct {
    PRICES_OVERRIDDEN
}
