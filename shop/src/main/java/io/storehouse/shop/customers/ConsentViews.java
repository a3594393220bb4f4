package io.storehouse.shop.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers consented to, as it is read back. */
@Component
public class ConsentViews {
    private final ConsentTable table;

    ConsentViews(ConsentTable table) {
        this.table = table;
    }

    /**
     * What holds now, a line a purpose that was asked about, in one statement.
     *
     * @param current the code after merges
     */
    public List<View> now(String current) {
        return table.now(current).stream().map(View::of).toList();
    }

    /** At most that many of all that was said before the given entry, newest first. */
    List<View> history(Collection<String> codes, @Nullable UUID after, int limit) {
        return table.history(codes, after, limit).stream().map(View::of).toList();
    }

    /**
     * A yes or a no.
     *
     * @param customer the code it was recorded with
     */
    public record View(
            UUID id,
            String customer,
            String purpose,
            boolean granted,
            String source,
            Instant occurredAt,
            Instant recordedAt) {

        static View of(Consent consent) {
            return new View(
                    consent.id(),
                    consent.customer(),
                    consent.purpose(),
                    consent.granted(),
                    consent.source(),
                    consent.occurredAt(),
                    consent.recordedAt());
        }
    }
}
