package io.storehouse.warehouse;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.LineFingerprint;
import io.storehouse.contracts.events.CustomerChanged;
import io.storehouse.contracts.events.OrderPlaced;
import io.storehouse.contracts.events.ProductChanged;
import io.storehouse.contracts.events.ReturnAccepted;
import io.storehouse.contracts.events.RowsRejected;
import io.storehouse.contracts.events.StockAdjusted;
import io.storehouse.contracts.events.StockReceived;
import io.storehouse.contracts.events.StoreChanged;
import io.storehouse.warehouse.ArchiveLog.Occasion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shop whose trade is random but repeatable. */
final class TestShop {
    /** What is sold under it are gift cards. */
    static final String CARD = "CARD";

    private static final List<String> STORES = List.of("United Kingdom", "EIRE", "Österreich");
    private static final LocalDate FIRST_DAY = LocalDate.of(2011, 3, 20);

    private final ArchiveLog log = new ArchiveLog();
    private final Random random;

    TestShop(long seed) {
        random = new Random(seed);
    }

    /** One line of a document, all numbers positive. */
    record Item(String sku, String name, String quantity, String price, String discount) {
        BigDecimal units() {
            return new BigDecimal(quantity).setScale(3);
        }

        BigDecimal unitPrice() {
            return new BigDecimal(price).setScale(4);
        }

        BigDecimal discounted() {
            return new BigDecimal(discount).setScale(4);
        }

        BigDecimal amount() {
            return units().multiply(unitPrice()).setScale(4).subtract(discounted());
        }
    }

    /** Random events of every type, in the order in which they were archived, without redeliveries. */
    List<ArchivedEvent> events(int count) {
        List<ArchivedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(random.nextInt(100)));
        }
        return events;
    }

    private ArchivedEvent event(int dice) {
        String store = STORES.get(random.nextInt(STORES.size()));
        LocalDate date = FIRST_DAY.plusDays(random.nextInt(40));
        String customer = random.nextInt(3) == 0 ? null : "1785" + random.nextInt(6);
        if (dice < 60) {
            return sale(store, date, customer, items());
        }
        if (dice < 75) {
            return takeBack(store, date, customer, items());
        }
        if (dice < 85) {
            return adjust(store, date, "damaged|\"broken\"", items());
        }
        return reference(dice, store, date);
    }

    private ArchivedEvent reference(int dice, String store, LocalDate date) {
        if (dice < 88) {
            return reject(store, date);
        }
        if (dice < 91) {
            return listProduct(sku(), "LISTED " + random.nextInt(4), "2.5500");
        }
        if (dice < 94) {
            return openStore(store, store + " " + random.nextInt(3));
        }
        if (dice < 97) {
            return log.append(
                    EventType.STOCK_RECEIVED,
                    new Occasion(id(), store, date),
                    new StockReceived(
                            id(),
                            "R",
                            "import",
                            true,
                            List.of(new StockReceived.Line(
                                    1, sku(), new BigDecimal("5.000"), new BigDecimal("1.0000"))),
                            List.of()));
        }
        return log.append(
                EventType.CUSTOMER_CHANGED,
                new Occasion("17850", null, null),
                new CustomerChanged("17850", null, null, null));
    }

    ArchivedEvent sale(String store, LocalDate date, @Nullable String customer, List<Item> items) {
        String id = id();
        List<OrderPlaced.Line> lines = new ArrayList<>();
        BigInteger fingerprint = BigInteger.ZERO;
        for (Item item : items) {
            int no = lines.size() + 1;
            lines.add(new OrderPlaced.Line(
                    no,
                    id(),
                    item.sku(),
                    item.name(),
                    item.units(),
                    item.unitPrice(),
                    item.discounted(),
                    item.amount(),
                    goods(item.sku()),
                    null,
                    giftCard(item.sku()),
                    null,
                    null));
            fingerprint = fingerprint.add(BigInteger.valueOf(
                    LineFingerprint.of("sale", id, no, item.sku(), item.units(), item.unitPrice(), item.amount())));
        }
        BigDecimal discount = sum(items.stream().map(Item::discounted).toList());
        BigDecimal total = sum(items.stream().map(Item::amount).toList());
        return log.append(
                EventType.ORDER_PLACED,
                new Occasion(id, store, date),
                new OrderPlaced(
                        id,
                        "S" + random.nextInt(1000),
                        "till",
                        "T1",
                        customer,
                        "GBP",
                        total.add(discount),
                        discount,
                        total,
                        BigDecimal.ZERO.setScale(4),
                        total,
                        sum(items.stream().map(Item::units).toList()),
                        fingerprint.toString(),
                        lines,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    ArchivedEvent takeBack(String store, LocalDate date, @Nullable String customer, List<Item> items) {
        String id = id();
        List<ReturnAccepted.Line> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(new ReturnAccepted.Line(
                    lines.size() + 1,
                    id(),
                    null,
                    item.sku(),
                    item.name(),
                    item.units(),
                    item.unitPrice(),
                    item.units().multiply(item.unitPrice()).setScale(4),
                    "unwanted",
                    "sellable",
                    goods(item.sku()),
                    null,
                    null,
                    giftCard(item.sku())));
        }
        BigDecimal total = sum(lines.stream().map(ReturnAccepted.Line::amount).toList());
        return log.append(
                EventType.RETURN_ACCEPTED,
                new Occasion(id, store, date),
                new ReturnAccepted(
                        id,
                        "C" + random.nextInt(1000),
                        random.nextBoolean() ? null : id(),
                        "import",
                        null,
                        customer,
                        "import",
                        "GBP",
                        total,
                        BigDecimal.ZERO.setScale(4),
                        total,
                        sum(items.stream().map(Item::units).toList()),
                        "0",
                        lines,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    ArchivedEvent adjust(String store, LocalDate date, String reason, List<Item> items) {
        String id = id();
        List<StockAdjusted.Line> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(new StockAdjusted.Line(
                    lines.size() + 1, item.sku(), item.units().negate(), reason, goods(item.sku())));
        }
        return log.append(
                EventType.STOCK_ADJUSTED,
                new Occasion(id, store, date),
                new StockAdjusted(id, "536500", "import", null, lines, List.of()));
    }

    ArchivedEvent reject(String store, LocalDate date) {
        String importId = id();
        return log.append(
                EventType.ROWS_REJECTED,
                new Occasion(importId, null, null),
                new RowsRejected(
                        importId,
                        "2011-03.csv.gz",
                        List.of(
                                new RowsRejected.Row(
                                        17,
                                        "ledger",
                                        "An accounting entry",
                                        "A563186,B,Adjust bad debt",
                                        store,
                                        date,
                                        new BigDecimal("-11062.0600")),
                                new RowsRejected.Row(
                                        18, "bad_number", "Not a number: x", "x,\"y\"", null, null, null))));
    }

    ArchivedEvent listProduct(String sku, String name, String price) {
        return log.append(
                EventType.PRODUCT_CHANGED,
                new Occasion(sku, null, null),
                new ProductChanged(sku, name, null, new BigDecimal(price), goods(sku)));
    }

    ArchivedEvent openStore(String code, String name) {
        return log.append(
                EventType.STORE_CHANGED,
                new Occasion(code, null, null),
                new StoreChanged(code, name, "Europe/London", "GBP", "00:00", null, null, null));
    }

    /** The event delivered once more. */
    ArchivedEvent redeliver(ArchivedEvent event) {
        return log.redeliver(event);
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String sku = sku();
            String name = random.nextInt(8) == 0 ? "" : "NAME OF " + sku + " " + random.nextInt(3);
            String price = random.nextInt(9999) + "." + (100 + random.nextInt(900));
            items.add(new Item(sku, name, Integer.toString(1 + random.nextInt(50)), price, "0." + random.nextInt(10)));
        }
        return items;
    }

    private String sku() {
        return switch (random.nextInt(10)) {
            case 0 -> "POST";
            case 1, 2 -> CARD;
            default -> "2242" + random.nextInt(9);
        };
    }

    private @Nullable String giftCard(String sku) {
        return sku.equals(CARD) ? id() : null;
    }

    private static boolean goods(String sku) {
        return !sku.equals("POST") && !sku.equals(CARD);
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal::add).orElse(BigDecimal.ZERO.setScale(4));
    }
}
