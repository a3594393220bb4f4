package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sales and returns that were taken offline and come after the end of a count: whoever counted saw that the goods were gone, or
 * there again.
 */
@Component
class LateSales {
    private final JdbcClient jdbc;

    LateSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What puts the books back to the count after a late sale or return has moved, whose balances this transaction has locked;
     * null for nothing.
     */
    @Nullable
    DocumentMoves rebase(DocumentMoves late) {
        Instant occurredAt = late.occurredAt();
        if (late.offline() == null || occurredAt == null || late.changes().isEmpty()) {
            return null;
        }
        DocumentMoves back =
                DocumentMoves.of(late.documentId(), late.storeId(), "count").unasked();
        if (late.businessDate() != null) {
            back.at(occurredAt, late.businessDate());
        }
        Map<String, Instant> counted = countedAt(late);
        late.changes().forEach((sku, change) -> {
            Instant at = counted.get(sku);
            if (at != null && !occurredAt.isAfter(at)) {
                back.add(sku, change.quantity().negate());
            }
        });
        return back.changes().isEmpty() ? null : back;
    }

    private Map<String, Instant> countedAt(DocumentMoves late) {
        Map<String, Instant> counted = new HashMap<>();
        jdbc.sql("""
                select e.sku, max(e.counted_at)
                from stock_count c
                join stock_count_entry e on e.count_id = c.id
                where c.store_id = :store and c.state = 'finished' and e.sku in (:skus)
                group by e.sku
                """)
                .param("store", late.storeId())
                .param("skus", List.copyOf(late.changes().keySet()))
                .query(row -> {
                    counted.put(row.getString(1), Rows.instant(row.getObject(2, LocalDateTime.class)));
                });
        return counted;
    }
}
