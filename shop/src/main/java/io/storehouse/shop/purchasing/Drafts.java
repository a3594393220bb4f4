package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.Texts;
import org.springframework.stereotype.Component;

/** How drafts are recorded. */
@Component
class Drafts extends PurchaseKind<DraftOrder> {
    private final OrderDesk desk;
    private final PurchaseTables tables;
    private final PurchaseEvents events;

    Drafts(OrderDesk desk, PurchaseTables tables, PurchaseEvents events) {
        super("purchase-order");
        this.desk = desk;
        this.tables = tables;
        this.events = events;
    }

    @Override
    Purchase<DraftOrder> prepare(DraftOrder command) {
        Texts.atMost(Texts.NUMBER, command.number(), "number");
        return desk.draft(command);
    }

    @Override
    void write(Purchase<DraftOrder> draft) {
        tables.insert(draft.order(), draft.lines());
        tables.addStep(draft, "draft", OrderState.DRAFT, 1);
        events.changed(draft);
    }
}
