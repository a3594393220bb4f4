package io.storehouse.shop.pricelists;

import io.storehouse.shop.documents.Documents;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PriceLists implements Prices {
    private final Documents documents;
    private final PriceChanges changes;
    private final PriceTables tables;

    PriceLists(Documents documents, PriceChanges changes, PriceTables tables) {
        this.documents = documents;
        this.changes = changes;
        this.tables = tables;
    }

    @Override
    public List<Map<String, Price>> at(List<PriceQuestion> questions) {
        return tables.at(questions);
    }

    @Override
    public List<ChangedPrices> change(List<ChangePrices> commands) {
        return documents.recordOnce(changes, commands);
    }
}
