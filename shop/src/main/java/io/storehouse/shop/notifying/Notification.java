package io.storehouse.shop.notifying;

import java.util.UUID;

/**
 * A message that somebody has claimed and is about to send.
 *
 * @param key surrogate
 * @param id what a provider knows it by
 * @param customer the code as it stands in the event
 * @param attempt the number of this attempt, from 1
 * @param claim the claimant's
 */
record Notification(
        long key,
        UUID id,
        MessageChannel channel,
        NoticeKind kind,
        UUID document,
        String customer,
        Language language,
        int attempt,
        UUID claim) {}
