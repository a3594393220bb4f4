package io.storehouse.shop.flashsale;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.FlashSaleChanged;
import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What changes of sales leave behind, in their transaction: an event, and who did it. */
@Component
class SaleRecord {
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Outbox outbox;
    private final AuditLog log;

    SaleRecord(Outbox outbox, AuditLog log) {
        this.outbox = outbox;
        this.log = log;
    }

    void audit(FlashSaleAct act, FlashSale sale) {
        log.record(AuditEntry.of(act, sale.store(), sale.id().toString())
                .with("sku", sale.sku())
                .with("price", sale.price().toPlainString())
                .with("quota", Integer.toString(sale.quota())));
    }

    void announce(FlashSale sale, Store store, Instant now) {
        BusinessTime time = store.businessTimeOf(now);
        outbox.append(List.of(new OutboxMessage(
                Topic.STOCK,
                sale.id().toString(),
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        EventType.FLASH_SALE_CHANGED.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        now,
                        now,
                        sale.store(),
                        time.date(),
                        HOUR_MINUTE.format(time.time()),
                        new FlashSaleChanged(
                                sale.id().toString(),
                                sale.name(),
                                sale.state(),
                                sale.sku(),
                                sale.price(),
                                sale.quota(),
                                sale.remaining(),
                                sale.from(),
                                sale.until(),
                                sale.version())))));
    }
}
