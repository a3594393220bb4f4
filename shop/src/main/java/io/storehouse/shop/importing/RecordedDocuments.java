package io.storehouse.shop.importing;

import io.storehouse.formats.SalesDocument;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which documents the shop has, however they came in. */
@Component
class RecordedDocuments {
    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;

    RecordedDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of those that are recorded. */
    Set<UUID> among(Collection<SalesDocument> documents) {
        List<String> ids = documents.stream()
                .map(document -> document.head().id().toString())
                .toList();
        Set<UUID> recorded = new HashSet<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            recorded.addAll(jdbc.sql("select id from idempotency where id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .query((row, number) -> UUID.fromString(row.getString(1)))
                    .list());
        }
        return recorded;
    }
}
