package io.storehouse.shop.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry as it is read back. */
record AuditView(
        long id,
        Instant at,
        String who,
        String role,
        @Nullable String store,
        String act,
        String subject,
        Map<String, String> details) {}
