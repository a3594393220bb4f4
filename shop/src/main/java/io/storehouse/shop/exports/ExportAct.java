package io.storehouse.shop.exports;

import io.storehouse.shop.audit.AuditAct;

/** What is recorded of an export: that it began, before anything leaves, and how it ended. */
enum ExportAct implements AuditAct {
    EXPORT_BEGUN,
    EXPORT_ENDED
}
