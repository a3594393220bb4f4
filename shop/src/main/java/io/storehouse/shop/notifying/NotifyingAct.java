package io.storehouse.shop.notifying;

import io.storehouse.shop.audit.AuditAct;

/** Acts on messages that someone has to answer for. */
enum NotifyingAct implements AuditAct {
    NOTIFICATION_RETRIED
}
