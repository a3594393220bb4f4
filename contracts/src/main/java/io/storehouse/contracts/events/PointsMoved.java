package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the points ledger and the balance after it.
 *
 * @param customer whose account it is: the code after merges
 * @param version of the account: gap-free, from 1, in commit order
 * @param kind {@code earn}, {@code redeem}, {@code cancel}, {@code spend}, {@code spend_offline}, {@code restore},
 *     {@code claw_back}, {@code expire}, {@code merge_out} or {@code merge_in}
 * @param documentId the order, return, redemption, … that moved them; with kind and part it is unique
 * @param part from 0, where one document makes several entries of a kind
 * @param originId of a claw-back the order whose points it takes, else null
 * @param points signed
 * @param balance after this entry; below 0 is a debt
 * @param amount the money that the points come of, or null
 * @param expiresOn the first business date on which these points are no longer there, or null for never
 */
public record PointsMoved(
        String customer,
        long version,
        String kind,
        String documentId,
        int part,
        @Nullable String originId,
        long points,
        long balance,
        @Nullable BigDecimal amount,
        @Nullable LocalDate expiresOn) {}
