package io.storehouse.shop.importing;

import io.storehouse.formats.DocumentKind;
import io.storehouse.formats.SalesDocument;
import io.storehouse.shop.documents.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which documents of a file the shop has, however they came in. */
@Component
class RecordedDocuments {
    private static final int CHUNK = 1000;

    private final Documents documents;

    RecordedDocuments(Documents documents) {
        this.documents = documents;
    }

    /** Ids of those that are recorded. */
    Set<UUID> among(Collection<SalesDocument> candidates) {
        Map<DocumentKind, List<UUID>> ids = new EnumMap<>(DocumentKind.class);
        candidates.forEach(document -> ids.computeIfAbsent(document.kind(), kind -> new ArrayList<>())
                .add(document.head().id()));
        Set<UUID> recorded = new HashSet<>();
        ids.forEach((kind, all) -> {
            for (int from = 0; from < all.size(); from += CHUNK) {
                List<UUID> some = all.subList(from, Math.min(all.size(), from + CHUNK));
                recorded.addAll(documents.recorded(scope(kind), some));
            }
        });
        return recorded;
    }

    /** Those of the receipts that are recorded. */
    Set<UUID> receipts(Collection<UUID> ids) {
        return documents.recorded("receipt", ids);
    }

    private static String scope(DocumentKind kind) {
        return switch (kind) {
            case SALE -> "order";
            case RETURN -> "return";
            case ADJUSTMENT -> "adjustment";
        };
    }
}
