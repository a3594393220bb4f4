package io.storehouse.shop.flashsale;

import io.storehouse.shop.audit.AuditAct;

/** Acts that someone has to answer for. */
enum FlashSaleAct implements AuditAct {
    FLASH_SALE_DEFINED,
    FLASH_SALE_CANCELLED
}
