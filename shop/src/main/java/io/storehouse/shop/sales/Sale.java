package io.storehouse.shop.sales;

import io.storehouse.contracts.LineFingerprint;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.pricing.Take;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.registers.Booking;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.taxes.LineTax;
import io.storehouse.shop.taxes.Taxed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An order worked out: every amount that is recorded and sent.
 *
 * @param key the surrogate key
 * @param gross Σ quantity × unit price, each to 4 places
 * @param giftCards Σ amount of the lines that sell gift cards: money owed, no sale
 * @param fingerprint Σ of the lines' fingerprints
 * @param shift of the register that sold it, by its key; empty at a till that is no register
 * @param priced the order as it was priced
 * @param taxed its taxes, by line
 */
record Sale(
        long key,
        PlaceOrder order,
        String number,
        Store store,
        BusinessTime businessTime,
        Instant recordedAt,
        List<Line> lines,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal giftCards,
        BigDecimal units,
        BigInteger fingerprint,
        Settlement settlement,
        OptionalLong shift,
        PricedOrder priced,
        Taxed taxed) {

    private static final int MOST_LINES = 10_000;

    /** One line with its amount = quantity × unit price − discount. */
    record Line(int lineNo, PlaceOrder.Line ordered, String name, BigDecimal amount, boolean goods, LineTax tax) {}

    /** Works an order out, or refuses it. */
    static Sale of(
            long key,
            PricedOrder priced,
            Taxed taxed,
            Store store,
            Map<String, Product> products,
            Instant recordedAt,
            OptionalLong shift) {
        PlaceOrder order = priced.order();
        check(order);
        List<Line> lines = new ArrayList<>(order.lines().size());
        BigDecimal gross = BigDecimal.ZERO.setScale(Decimals.MONEY_PLACES);
        BigDecimal discount = gross;
        BigDecimal giftCards = gross;
        BigDecimal units = BigDecimal.ZERO.setScale(Decimals.QUANTITY_PLACES);
        BigInteger fingerprint = BigInteger.ZERO;
        for (PlaceOrder.Line ordered : order.lines()) {
            Line line = line(
                    lines.size() + 1,
                    ordered,
                    Objects.requireNonNull(products.get(ordered.sku())),
                    taxed.lines().get(lines.size()));
            checkTax(order, line);
            lines.add(line);
            gross = gross.add(line.amount()).add(ordered.discount());
            discount = discount.add(ordered.discount());
            giftCards = ordered.giftCard() == null ? giftCards : giftCards.add(line.amount());
            units = units.add(ordered.quantity());
            fingerprint = fingerprint.add(BigInteger.valueOf(fingerprint(order, line)));
        }
        Decimals.money(gross, "sum of the lines");
        Settlement settlement = Settlement.of(gross.subtract(discount), taxed.added(), store, order.payments());
        settlement.check(order.payments(), SalesError.INVALID_ORDER);
        GiftCardRules.check(order, lines, store.currency());
        return new Sale(
                key,
                order,
                order.number() == null ? order.id().toString() : order.number(),
                store,
                store.businessTimeOf(order.occurredAt()),
                recordedAt,
                lines,
                gross,
                discount,
                giftCards,
                units,
                fingerprint,
                settlement,
                shift,
                priced,
                taxed);
    }

    /** What it adds to its shift. */
    Optional<Booking> booking() {
        return shift.isEmpty()
                ? Optional.empty()
                : Optional.of(new Booking(
                        shift.getAsLong(),
                        Booking.Kind.SALE,
                        gross.subtract(giftCards),
                        discount,
                        giftCards,
                        settlement.taxAdded(),
                        settlement.rounding(),
                        Tendered.amounts(order.payments())));
    }

    /** Whether it sells anything but gift cards. */
    boolean trades() {
        return lines.stream().anyMatch(line -> line.ordered().giftCard() == null);
    }

    /** What was taken off the line; null where the shop did not price the order. */
    @Nullable
    List<Take> trail(Line line) {
        return priced.trail().isEmpty() ? null : priced.trail().get(line.lineNo() - 1);
    }

    PlacedOrder placed() {
        return new PlacedOrder(
                order.id(),
                number,
                store.code(),
                businessTime.date(),
                settlement.linesTotal(),
                settlement.taxAdded(),
                settlement.rounding(),
                settlement.payable(),
                recordedAt,
                false);
    }

    private static Line line(int lineNo, PlaceOrder.Line ordered, Product product, LineTax tax) {
        BigDecimal extended = Decimals.extend(ordered.quantity(), ordered.unitPrice());
        if (ordered.quantity().signum() <= 0) {
            throw invalid("Invalid quantity of line " + lineNo + ": expected above 0");
        }
        if (ordered.unitPrice().signum() < 0) {
            throw invalid("Invalid unit price of line " + lineNo + ": expected 0 or more");
        }
        if (ordered.discount().signum() < 0 || ordered.discount().compareTo(extended) > 0) {
            throw invalid("Invalid discount of line " + lineNo + ": expected 0 to quantity × unit price");
        }
        String name = ordered.name() == null ? product.name() : ordered.name();
        return new Line(
                lineNo,
                ordered,
                Objects.requireNonNull(Texts.atMost(Texts.NAME, name, "name")),
                extended.subtract(ordered.discount()),
                product.goods(),
                tax);
    }

    private static void checkTax(PlaceOrder order, Line line) {
        BigDecimal said = line.ordered().tax();
        if (said == null) {
            return;
        }
        if (said.signum() < 0 || said.compareTo(line.amount()) > 0) {
            throw invalid("Invalid tax of line " + line.lineNo() + ": expected 0 to its amount");
        }
        if (!order.offline() && said.compareTo(line.tax().tax()) != 0) {
            throw new ShopException(
                    SalesError.TAX_DIFFERS,
                    "Cannot sell line " + line.lineNo() + " with a tax of "
                            + said.stripTrailingZeros().toPlainString() + ": it is "
                            + line.tax().tax().stripTrailingZeros().toPlainString());
        }
    }

    private static void check(PlaceOrder order) {
        if (order.lines().isEmpty() || order.lines().size() > MOST_LINES) {
            throw invalid("Invalid order " + order.id() + ": expected 1 to " + MOST_LINES + " lines");
        }
        Texts.atMost(Texts.NUMBER, order.number(), "number");
        Texts.atMost(Texts.TILL, order.till(), "till");
        if (order.number() != null && order.number().isBlank()) {
            throw invalid("Invalid number: it is blank");
        }
    }

    private static long fingerprint(PlaceOrder order, Line line) {
        return LineFingerprint.of(
                "sale",
                order.id().toString(),
                line.lineNo(),
                line.ordered().sku(),
                line.ordered().quantity(),
                line.ordered().unitPrice(),
                line.amount());
    }

    private static ShopException invalid(String message) {
        return new ShopException(SalesError.INVALID_ORDER, message);
    }
}
