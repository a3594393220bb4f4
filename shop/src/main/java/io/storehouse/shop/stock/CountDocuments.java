package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Documents;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CountDocuments implements Counts {
    private final Documents documents;
    private final CountOpenings openings;
    private final CountEntries entries;
    private final CountClosings closings;

    CountDocuments(Documents documents, CountOpenings openings, CountEntries entries, CountClosings closings) {
        this.documents = documents;
        this.openings = openings;
        this.entries = entries;
        this.closings = closings;
    }

    @Override
    public StockDocument open(OpenCount count) {
        return documents.recordOnce(openings, List.of(count)).get(0);
    }

    @Override
    public StockDocument enter(EnterCount entry) {
        return documents.recordOnce(entries, List.of(entry)).get(0);
    }

    @Override
    public StockDocument finish(FinishCount closing) {
        return documents.recordOnce(closings, List.of(closing)).get(0);
    }
}
