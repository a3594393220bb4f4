package io.storehouse.shop.purchasing;

import java.util.List;
import org.springframework.stereotype.Component;

/** How drafts are revised. */
@Component
class Revisions extends PurchaseKind<ReviseOrder> {
    private final OrderDesk desk;
    private final PurchaseTables tables;
    private final PurchaseEvents events;

    Revisions(OrderDesk desk, PurchaseTables tables, PurchaseEvents events) {
        super("purchase-draft");
        this.desk = desk;
        this.tables = tables;
        this.events = events;
    }

    @Override
    Purchase<ReviseOrder> prepare(ReviseOrder command) {
        Purchase<ReviseOrder> revision = desk.of(command);
        return new Purchase<>(
                revision.key(),
                command,
                revision.order(),
                revision.store(),
                desk.lines(command.content()),
                revision.recordedAt());
    }

    @Override
    void write(Purchase<ReviseOrder> revision) {
        ReviseOrder command = revision.command();
        tables.advance(revision, command.version(), List.of(OrderState.DRAFT), OrderState.DRAFT, "revise");
        tables.replace(revision.order(), command.content(), revision.lines());
        tables.addStep(revision, "revise", OrderState.DRAFT, command.version() + 1);
        events.changed(revision);
    }
}
