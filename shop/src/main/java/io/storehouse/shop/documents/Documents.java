package io.storehouse.shop.documents;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Records documents once, whatever is resent. */
public interface Documents {
    /**
     * Records the commands in one transaction, all or nothing. One that was recorded before, by the same command, is answered
     * as the first time. Failures are not remembered. Two transactions that record the same id exclude each other: the loser
     * is run again and finds the winner's answer.
     *
     * @return in the order of the commands
     * @throws io.storehouse.shop.problems.ShopException {@code idempotency-conflict} when an id was used for another command
     */
    <C, D, R> List<R> recordOnce(DocumentKind<C, D, R> kind, List<C> commands);

    /**
     * Those of the ids that stand for a recorded document.
     *
     * @param scope {@link DocumentKind#scope} of the documents
     */
    Set<UUID> recorded(String scope, Collection<UUID> ids);
}
