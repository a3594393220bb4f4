package io.storehouse.shop.audit;

import io.storehouse.contracts.EventType;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.outbox.Witness;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Records the sensitive facts that somebody's request makes, in their transaction: whoever announces one cannot forget it. Each names
 * its event, which says the rest. What the shop does by itself is nobody's act.
 */
@Component
class AnnouncedActs implements Witness {
    private static final Set<EventType> SENSITIVE = EnumSet.of(
            EventType.STORE_CHANGED,
            EventType.REGISTER_CHANGED,
            EventType.SCALE_CODE_CHANGED,
            EventType.TAX_CLASS_CHANGED,
            EventType.PRICES_CHANGED,
            EventType.PROMOTION_CHANGED,
            EventType.GIFT_CARD_ISSUED,
            EventType.STOCK_ADJUSTED,
            EventType.STOCK_COUNTED,
            EventType.TRANSFER_CHANGED,
            EventType.SUPPLIER_CHANGED,
            EventType.PURCHASE_ORDER_CHANGED,
            EventType.GOODS_RETURNED_TO_SUPPLIER,
            EventType.CASH_MOVED,
            EventType.SHIFT_CLOSED,
            EventType.CUSTOMER_MERGED,
            EventType.CUSTOMER_ERASED);
    private static final Map<String, EventType> BY_CODE =
            SENSITIVE.stream().collect(Collectors.toMap(EventType::code, type -> type));

    private final AuditLog log;
    private final CurrentActor current;

    AnnouncedActs(AuditLog log, CurrentActor current) {
        this.log = log;
        this.current = current;
    }

    /** A fact as an act. */
    private record Fact(String name) implements AuditAct {}

    @Override
    public void see(List<OutboxMessage> messages) {
        List<OutboxMessage> sensitive = messages.stream()
                .filter(message -> BY_CODE.containsKey(message.envelope().type()))
                .toList();
        if (!sensitive.isEmpty() && !current.actor().equals(Actor.SHOP)) {
            log.record(sensitive.stream().map(AnnouncedActs::entry).toList());
        }
    }

    private static AuditEntry entry(OutboxMessage message) {
        EventType type = BY_CODE.get(message.envelope().type());
        return AuditEntry.of(new Fact(String.valueOf(type)), message.envelope().store(), message.key())
                .with("event", message.envelope().id());
    }
}
