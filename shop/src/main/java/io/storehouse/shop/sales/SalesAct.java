package io.storehouse.shop.sales;

import io.storehouse.shop.audit.AuditAct;

/** Acts at the till that someone has to answer for. */
enum SalesAct implements AuditAct {
    RETURN_APPROVED
}
