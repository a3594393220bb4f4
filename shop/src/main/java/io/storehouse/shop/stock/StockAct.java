package io.storehouse.shop.stock;

import io.storehouse.shop.audit.AuditAct;

/** Acts that stock records of its own. */
enum StockAct implements AuditAct {
    PERIOD_CLOSED
}
