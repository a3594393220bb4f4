package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a drawer's day comes to, added up by hand from what was said to the shop. */
final class DayBook {
    final Map<String, Map<String, Object>> orders = new LinkedHashMap<>();
    final Map<String, BigDecimal> sales = new TreeMap<>();
    final Map<String, BigDecimal> refunds = new TreeMap<>();
    final List<Map<String, Object>> returns = new ArrayList<>();
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal discount = BigDecimal.ZERO;
    BigDecimal returned = BigDecimal.ZERO;
    BigDecimal rounding = BigDecimal.ZERO;
    BigDecimal drawer;

    DayBook(String openingFloat) {
        drawer = new BigDecimal(openingFloat);
    }

    /** Writes a sale down. */
    void sell(Map<String, Object> order) {
        orders.put(Body.text(order, "id"), order);
        List<Map<String, Object>> lines = Body.list(order, "lines");
        for (Map<String, Object> line : lines) {
            gross = gross.add(Money.extended(line));
            discount = discount.add(Body.decimal(line, "discount"));
        }
        BigDecimal paid = pay(sales, Body.list(order, "payments"), BigDecimal.ONE);
        rounding = rounding.add(paid).subtract(Money.total(lines));
    }

    /** Writes a return down: its lines, and what was given for them. */
    void takeBack(List<Map<String, Object>> lines, List<Map<String, Object>> money) {
        returns.add(Map.of("lines", lines));
        returned = returned.add(Money.total(lines));
        BigDecimal given = pay(refunds, money, BigDecimal.ONE.negate());
        rounding = rounding.subtract(given).add(Money.total(lines));
    }

    private BigDecimal pay(Map<String, BigDecimal> sums, List<Map<String, Object>> money, BigDecimal sign) {
        BigDecimal paid = BigDecimal.ZERO;
        for (Map<String, Object> one : money) {
            BigDecimal amount = Body.decimal(one, "amount");
            sums.merge(Body.text(one, "tender"), amount, BigDecimal::add);
            paid = paid.add(amount);
            if (Body.text(one, "tender").equals("cash")) {
                drawer = drawer.add(amount.multiply(sign));
            }
        }
        return paid;
    }

    /** Gross − discount − returned. */
    BigDecimal net() {
        return gross.subtract(discount).subtract(returned);
    }
}
