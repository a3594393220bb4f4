package io.storehouse.shop.purchasing;

import org.springframework.stereotype.Component;

/** How steps are taken: a compare-and-set of state and version, so that of two that race one is refused. */
@Component
class Steps extends PurchaseKind<StepOrder> {
    private final OrderDesk desk;
    private final PurchaseTables tables;
    private final PurchaseEvents events;

    Steps(OrderDesk desk, PurchaseTables tables, PurchaseEvents events) {
        super("purchase-step");
        this.desk = desk;
        this.tables = tables;
        this.events = events;
    }

    @Override
    Purchase<StepOrder> prepare(StepOrder command) {
        return desk.of(command);
    }

    @Override
    void write(Purchase<StepOrder> taken) {
        Step step = taken.command().step();
        tables.advance(taken, taken.command().version(), step.from(), step.to(), step.code());
        tables.await(taken.order(), step.to());
        tables.addStep(taken, step.code(), step.to(), taken.command().version() + 1);
        events.changed(taken);
    }
}
