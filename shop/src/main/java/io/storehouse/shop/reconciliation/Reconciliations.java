package io.storehouse.shop.reconciliation;

import java.util.Optional;

/** What is known of reconciliations. */
public interface Reconciliations {
    /** How the last one ended. */
    Optional<ReconciliationOutcome> latest();
}
