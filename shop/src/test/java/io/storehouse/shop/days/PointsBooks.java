package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger of points, worked out anew from what was bought and what came back. */
final class PointsBooks {
    private final JdbcClient jdbc;
    private final Documents documents;
    private final Findings findings;
    private final Map<String, Long> earned = new HashMap<>();
    private final Map<String, BigDecimal> bought = new HashMap<>();

    PointsBooks(JdbcClient jdbc, Documents documents, Findings findings) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.findings = findings;
    }

    void check() {
        List<Row> moves = Row.all(jdbc, "select * from points_move order by customer, version");
        Map<String, Long> balances = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (Row move : moves) {
            String customer = move.text("customer");
            long version = versions.merge(customer, 1L, Long::sum);
            long balance = balances.merge(customer, move.number("points"), Long::sum);
            findings.same("Version of " + move, move.number("version"), version);
            findings.same("Balance after " + move, move.number("balance"), balance);
            if (move.text("kind").equals("earn")) {
                checkEarned(move);
            }
        }
        Row.all(jdbc, "select * from points_account")
                .forEach(account -> findings.same(
                        "Points of " + account,
                        account.number("balance"),
                        balances.getOrDefault(account.text("customer"), 0L)));
        everyOrderEarned();
        checkClawedBack();
        checkRedeemed(moves);
    }

    /** By one of the tiers' multipliers: which one is said by the order of commits alone. */
    private void checkEarned(Row move) {
        String order = move.text("document");
        findings.holds("Earned twice: " + move, earned.put(order, move.number("points")) == null);
        bought.put(order, move.decimal("amount"));
        Map<String, Object> asked =
                documents.require("order", java.util.UUID.fromString(order)).body();
        findings.same("Amount of " + move, move.decimal("amount"), Money.total(documents.traded(asked)));
        BigDecimal base = move.decimal("amount").multiply(World.POINTS_PER_UNIT);
        Set<Long> possible = Stream.of("1", "1.5", "2")
                .map(multiplier -> points(base, multiplier))
                .collect(Collectors.toSet());
        findings.holds("Earned " + move + ", expected one of " + possible, possible.contains(move.number("points")));
    }

    private static long points(BigDecimal base, String multiplier) {
        return base.multiply(new BigDecimal(multiplier))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    private void everyOrderEarned() {
        Row.all(jdbc, """
                select uuid, lines_total, gift_cards from sale_order
                where customer is not null and currency = 'GBP' and lines_total - gift_cards >= 1
                """)
                .forEach(order -> findings.holds("Did not earn: " + order, earned.containsKey(order.text("uuid"))));
    }

    /** All that came back of an order takes back what it would not have earned without. */
    private void checkClawedBack() {
        Map<String, BigDecimal> back = new HashMap<>();
        Row.all(jdbc, """
                select o.uuid, r.lines_total - r.gift_cards as traded from sale_return r join sale_order o on o.id = r.order_id
                """).forEach(row -> back.merge(row.text("uuid"), row.decimal("traded"), BigDecimal::add));
        Map<String, Long> taken = new HashMap<>();
        Row.all(jdbc, "select origin, -sum(points) as taken from points_move where kind = 'claw_back' group by origin")
                .forEach(row -> taken.put(row.text("origin"), row.number("taken")));
        earned.forEach((order, points) -> {
            BigDecimal amount = Objects.requireNonNull(bought.get(order));
            BigDecimal kept =
                    amount.subtract(back.getOrDefault(order, BigDecimal.ZERO)).max(BigDecimal.ZERO);
            long left = BigDecimal.valueOf(points)
                    .multiply(kept)
                    .divide(amount, 0, RoundingMode.DOWN)
                    .longValueExact();
            findings.same("Taken back of " + order, taken.getOrDefault(order, 0L), points - left);
        });
    }

    private void checkRedeemed(List<Row> moves) {
        Map<String, Long> spent = new HashMap<>();
        moves.stream()
                .filter(move -> move.text("kind").equals("redeem"))
                .forEach(move -> spent.merge(move.text("document"), -move.number("points"), Long::sum));
        documents
                .of("redeem")
                .forEach(redemption -> findings.same(
                        "Redeemed " + redemption.id(),
                        spent.get(redemption.id().toString()),
                        Long.valueOf(Body.text(redemption.body(), "points"))));
    }
}
