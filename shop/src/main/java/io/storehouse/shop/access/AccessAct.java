package io.storehouse.shop.access;

import io.storehouse.shop.audit.AuditAct;

/** Acts that concern who may do what. */
enum AccessAct implements AuditAct {
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    STAFF_CREATED,
    STAFF_CHANGED,
    STAFF_DEACTIVATED,
    STAFF_REACTIVATED,
    PASSWORD_SET,
    PIN_SET,
    TILL_TOKEN_ISSUED,
    APPROVAL_GIVEN,
    APPROVAL_REFUSED
}
