package io.storehouse.shop.loyalty;

import io.storehouse.shop.audit.AuditAct;

/** Acts that the programme records of its own. */
enum LoyaltyAct implements AuditAct {
    PROGRAMME_DEFINED
}
