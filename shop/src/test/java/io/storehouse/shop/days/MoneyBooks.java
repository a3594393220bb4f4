package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders, returns, tenders, gift cards and coupons against the requests. */
final class MoneyBooks {
    private final JdbcClient jdbc;
    private final World world;
    private final Documents documents;
    private final Findings findings;

    MoneyBooks(JdbcClient jdbc, World world, Documents documents, Findings findings) {
        this.jdbc = jdbc;
        this.world = world;
        this.documents = documents;
        this.findings = findings;
    }

    void check() {
        documentsAddUp("sale_order", "payment", "sale_line", "order_id");
        documentsAddUp("sale_return", "refund", "return_line", "return_id");
        ordersAreAsAsked();
        nothingComesBackTwice();
        giftCardsAddUp();
        couponsStayWithinLimits();
    }

    /** Σ money = payable = lines' total + rounding, for each document. */
    private void documentsAddUp(String table, String money, String line, String key) {
        Row.all(jdbc, """
                select d.uuid, d.lines_total, d.rounding, d.payable,
                    (select coalesce(sum(m.amount), 0) from %s m where m.%s = d.id) as paid,
                    (select coalesce(sum(l.amount), 0) from %s l where l.%s = d.id) as of_lines
                from %s d
                """.formatted(money, key, line, key, table)).forEach(row -> {
            String at = table + " " + row.text("uuid");
            findings.same(at + " paid", row.decimal("paid"), row.decimal("payable"));
            findings.same(at + " lines", row.decimal("of_lines"), row.decimal("lines_total"));
            findings.same(
                    at + " payable", row.decimal("lines_total").add(row.decimal("rounding")), row.decimal("payable"));
        });
    }

    private void ordersAreAsAsked() {
        Map<String, Row> orders = new HashMap<>();
        Row.all(jdbc, "select * from sale_order").forEach(row -> orders.put(row.text("uuid"), row));
        for (Fact fact : documents.of("order")) {
            Row order = orders.get(fact.id().toString());
            if (order == null) {
                continue;
            }
            List<Map<String, Object>> lines = Body.list(fact.body(), "lines");
            findings.same("Total of " + fact.id(), order.decimal("lines_total"), Money.total(lines));
            findings.same(
                    "Gross of " + fact.id(),
                    order.decimal("gross"),
                    lines.stream().map(Money::extended).reduce(BigDecimal.ZERO, BigDecimal::add));
            findings.same("Gift cards of " + fact.id(), order.decimal("gift_cards"), documents.owed(fact.body()));
            findings.same(
                    "Payable of " + fact.id(),
                    order.decimal("payable"),
                    Money.sum(Body.list(fact.body(), "payments"), tender -> true));
        }
        Row.all(jdbc, "select uuid, gift_cards from sale_return").forEach(row -> {
            Fact back = documents.find("return", UUID.fromString(row.text("uuid")));
            if (back != null) {
                findings.same("Gift cards of " + row, row.decimal("gift_cards"), documents.owed(back.body()));
            }
        });
        Row.all(jdbc, """
                select l.order_id, l.line_no, l.discount, sum(t.amount) as taken
                from sale_line l join sale_line_trail t on t.order_id = l.order_id and t.line_no = l.line_no
                group by l.order_id, l.line_no, l.discount
                """)
                .forEach(line -> findings.same("Trail of " + line, line.decimal("taken"), line.decimal("discount")));
    }

    private void nothingComesBackTwice() {
        Row.all(jdbc, """
                select l.order_id, l.line_no, l.quantity, l.returned, l.amount,
                    coalesce((select sum(b.quantity) from sale_return r join return_line b on b.return_id = r.id
                        where r.order_id = l.order_id and b.order_line_no = l.line_no), 0) as back
                from sale_line l
                """).forEach(line -> {
            findings.same("Returned of " + line, line.decimal("returned"), line.decimal("back"));
            findings.holds(
                    "More came back than was sold: " + line,
                    line.decimal("back").compareTo(line.decimal("quantity")) <= 0);
        });
        Row.all(jdbc, """
                select c.*,
                    (select coalesce(sum(p.amount), 0) from payment p where p.order_id = c.order_id and p.tender = c.tender) as paid,
                    (select coalesce(sum(f.amount), 0) from sale_return r join refund f on f.return_id = r.id
                        where r.order_id = c.order_id and f.tender = c.tender) as given
                from captured c
                """).forEach(tender -> {
            findings.same("Captured: " + tender, tender.decimal("amount"), tender.decimal("paid"));
            findings.same("Refunded: " + tender, tender.decimal("refunded"), tender.decimal("given"));
            findings.holds(
                    "More was refunded than paid: " + tender,
                    tender.decimal("given").compareTo(tender.decimal("paid")) <= 0);
        });
        findings.same("Refunds to tenders that did not pay", Row.all(jdbc, """
                        select f.return_id from sale_return r join refund f on f.return_id = r.id
                        where r.order_id is not null and not exists (
                            select 1 from captured c where c.order_id = r.order_id and c.tender = f.tender)
                        """), List.of());
    }

    private void giftCardsAddUp() {
        Map<String, BigDecimal> spent = new HashMap<>();
        documents.of("order").stream()
                .flatMap(order -> Body.list(order.body(), "payments").stream())
                .filter(payment -> payment.containsKey("giftCard"))
                .forEach(payment ->
                        spent.merge(Body.text(payment, "giftCard"), Body.decimal(payment, "amount"), BigDecimal::add));
        Map<String, Row> cards = new HashMap<>();
        Row.all(jdbc, """
                select g.uuid, g.balance, g.issued, g.version, count(*) as entries, sum(e.amount) as ledger,
                    coalesce(sum(if(e.kind = 'payment', -e.amount, 0)), 0) as spent,
                    min(e.balance) as least, max(e.version) as newest
                from gift_card g join gift_card_entry e on e.card_id = g.id
                group by g.id, g.uuid, g.balance, g.issued, g.version
                """).forEach(card -> {
            cards.put(card.text("uuid"), card);
            findings.same("Ledger of " + card, card.decimal("ledger"), card.decimal("balance"));
            findings.same("Versions of " + card, card.number("entries"), card.number("newest"));
            findings.same("Version of " + card, card.number("version"), card.number("newest"));
            findings.holds("Below 0: " + card, card.decimal("least").signum() >= 0);
        });
        for (World.GiftCard card : world.cards) {
            findings.same(
                    "Spent of " + card.id(),
                    Objects.requireNonNull(cards.get(card.id().toString())).decimal("spent"),
                    spent.getOrDefault(card.code(), BigDecimal.ZERO));
        }
        BigDecimal refunded = Row.all(
                        jdbc, "select coalesce(sum(amount), 0) as total from refund where tender = 'gift_card'")
                .get(0)
                .decimal("total");
        findings.same(
                "Refunded to gift cards",
                Row.all(jdbc, "select coalesce(sum(amount), 0) as total from gift_card_entry where kind = 'refund'")
                        .get(0)
                        .decimal("total"),
                refunded);
        Row.all(jdbc, "select * from gift_card_payment")
                .forEach(paid -> findings.holds(
                        "More was refunded to a card than it paid: " + paid,
                        paid.decimal("refunded").compareTo(paid.decimal("amount")) <= 0));
    }

    private void couponsStayWithinLimits() {
        Map<String, Long> used = new HashMap<>();
        documents.of("order").stream()
                .filter(order -> order.body().containsKey("pricing"))
                .flatMap(order -> ((List<?>) Objects.requireNonNull(
                                Body.map(order.body(), "pricing").get("coupons")))
                        .stream())
                .forEach(coupon -> used.merge(String.valueOf(coupon), 1L, Long::sum));
        Map<String, Long> uses = new HashMap<>();
        Row.all(jdbc, "select code, count(*) as uses from coupon_use group by code")
                .forEach(row -> uses.put(row.text("code"), row.number("uses")));
        findings.same("Coupon uses", uses, used);
        Row.all(jdbc, """
                select c.code, c.most, c.used,
                    (select count(*) from coupon_use u where u.code = c.code and u.state = 'used') as uses
                from coupon c
                """).forEach(coupon -> {
            findings.holds("Used too often: " + coupon, coupon.number("used") <= coupon.number("most"));
            findings.same("Uses of " + coupon, coupon.number("used"), coupon.number("uses"));
        });
        Row.all(jdbc, "select * from coupon_customer where customer is not null")
                .forEach(use -> findings.holds("By one customer: " + use, use.number("used") <= World.CUSTOMER_LIMIT));
    }
}
