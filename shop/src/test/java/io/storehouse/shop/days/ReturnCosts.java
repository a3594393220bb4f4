package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goods that came back had cost: the parts of each sale line's cost, in the order in which they came back. */
final class ReturnCosts {
    private final Map<String, BigDecimal> costs = new HashMap<>();

    ReturnCosts(JdbcClient jdbc, Findings findings) {
        Map<String, BigDecimal> before = new HashMap<>();
        Row.all(jdbc, """
                select r.uuid, r.order_id, b.order_line_no, b.sku, b.quantity, b.disposition, l.quantity as sold, l.cogs,
                    l.returned
                from sale_return r
                join return_line b on b.return_id = r.id
                join sale_line l on l.order_id = r.order_id and l.line_no = b.order_line_no
                where l.cogs is not null
                order by r.order_id, r.id, b.line_no
                """).forEach(line -> {
            String key = line.text("order_id") + "/" + line.text("order_line_no");
            BigDecimal taken = before.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal cost = Money.share(line.decimal("cogs"), line.decimal("sold"), taken, line.decimal("quantity"));
            before.put(key, taken.add(line.decimal("quantity")));
            findings.holds(
                    "More of " + key + " came back than was sold",
                    before.get(key).compareTo(line.decimal("sold")) <= 0);
            if (line.text("disposition").equals("sellable")) {
                costs.merge(line.text("uuid") + line.text("sku"), cost, BigDecimal::add);
            }
        });
    }

    /** Nothing for a return without receipt: it comes in at average cost. */
    @Nullable
    BigDecimal of(UUID takeback, String sku) {
        return costs.get(takeback + sku);
    }
}
