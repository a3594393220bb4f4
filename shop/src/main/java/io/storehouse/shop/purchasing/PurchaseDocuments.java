package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.Documents;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PurchaseDocuments implements Purchasing {
    private final Documents documents;
    private final Drafts drafts;
    private final Revisions revisions;
    private final Steps steps;
    private final GoodsIn goodsIn;
    private final GoodsBack goodsBack;
    private final PurchaseViews views;

    PurchaseDocuments(
            Documents documents,
            Drafts drafts,
            Revisions revisions,
            Steps steps,
            GoodsIn goodsIn,
            GoodsBack goodsBack,
            PurchaseViews views) {
        this.documents = documents;
        this.drafts = drafts;
        this.revisions = revisions;
        this.steps = steps;
        this.goodsIn = goodsIn;
        this.goodsBack = goodsBack;
        this.views = views;
    }

    @Override
    public PurchaseDocument draft(DraftOrder command) {
        return record(drafts, command);
    }

    @Override
    public PurchaseDocument revise(ReviseOrder command) {
        return record(revisions, command);
    }

    @Override
    public PurchaseDocument step(StepOrder command) {
        return record(steps, command);
    }

    @Override
    public PurchaseDocument receive(MoveGoods command) {
        return record(goodsIn, command);
    }

    @Override
    public PurchaseDocument giveBack(MoveGoods command) {
        return record(goodsBack, command);
    }

    @Override
    public Map<String, BigDecimal> incoming(String store, Collection<String> skus) {
        return views.incoming(store, skus);
    }

    private <C extends PurchaseCommand> PurchaseDocument record(PurchaseKind<C> kind, C command) {
        return documents.recordOnce(kind, List.of(command)).get(0);
    }
}
