package io.storehouse.shop.sales;

import io.storehouse.contracts.LineFingerprint;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return worked out: every amount that is recorded and sent. It counts for the store and business date that took it back.
 *
 * @param key the surrogate key
 * @param approvedBy who approved it; null with a receipt that covers its prices
 * @param shift of the register that took it back, by its key; empty at a till that is no register
 * @param taxed its taxes, by line: with a receipt what was taken then
 */
record Takeback(
        long key,
        AcceptReturn command,
        String number,
        @Nullable String approvedBy,
        Store store,
        BusinessTime businessTime,
        Instant recordedAt,
        List<Line> lines,
        BigDecimal units,
        BigInteger fingerprint,
        Settlement settlement,
        OptionalLong shift,
        Taxed taxed) {

    private static final int MOST_LINES = 10_000;

    /**
     * One line with its amount = quantity × unit price.
     *
     * @param cost what the goods had cost when they were sold; null where that is not known
     * @param byPoints what points had paid of them
     * @param giftCard the gift card that it takes back, or null
     */
    record Line(
            int lineNo,
            AcceptReturn.Line returned,
            String name,
            BigDecimal amount,
            boolean goods,
            @Nullable BigDecimal cost,
            BigDecimal byPoints,
            LineTax tax,
            @Nullable UUID giftCard) {}

    /**
     * What a return stands on.
     *
     * @param sold the sale that it undoes; null without receipt
     * @param anew its taxes as if it were sold now
     */
    record Grounds(@Nullable SoldOrder sold, Taxed anew) {}

    /** Works a return out, or refuses it; without a receipt it is taxed anew. */
    static Takeback of(
            long key,
            AcceptReturn command,
            Store store,
            Map<String, Product> products,
            Grounds grounds,
            Instant recordedAt,
            OptionalLong shift) {
        check(command);
        SoldOrder sold = grounds.sold();
        Taxed anew = grounds.anew();
        List<Line> lines = new ArrayList<>(command.lines().size());
        BigDecimal total = BigDecimal.ZERO.setScale(Decimals.MONEY_PLACES);
        BigDecimal units = BigDecimal.ZERO.setScale(Decimals.QUANTITY_PLACES);
        BigInteger fingerprint = BigInteger.ZERO;
        for (AcceptReturn.Line returned : command.lines()) {
            Product product = Objects.requireNonNull(products.get(returned.sku()));
            Line line = line(
                    lines.size() + 1,
                    command,
                    returned,
                    product,
                    sold,
                    anew.lines().get(lines.size()));
            lines.add(line);
            total = total.add(line.amount());
            units = units.add(returned.quantity());
            fingerprint = fingerprint.add(BigInteger.valueOf(fingerprint(command, line)));
        }
        boolean approved = isApproved(command, store, sold);
        Taxed taxed =
                sold == null ? anew : Taxed.of(lines.stream().map(Line::tax).toList(), sold.taxIncluded());
        Settlement settlement = sold == null
                ? Settlement.of(total, taxed.added(), store, command.refunds())
                : sold.settle(total, taxed.added(), command.refunds());
        settlement.check(command.refunds(), SalesError.INVALID_RETURN);
        return new Takeback(
                key,
                command,
                command.number() == null ? command.id().toString() : command.number(),
                approved ? command.approvedBy() : null,
                store,
                store.businessTimeOf(command.occurredAt()),
                recordedAt,
                lines,
                units,
                fingerprint,
                settlement,
                shift,
                taxed);
    }

    /** What it adds to its shift. */
    Optional<Booking> booking() {
        return shift.isEmpty()
                ? Optional.empty()
                : Optional.of(new Booking(
                        shift.getAsLong(),
                        Booking.Kind.RETURN,
                        settlement.linesTotal().subtract(giftCards()),
                        BigDecimal.ZERO,
                        giftCards(),
                        settlement.taxAdded(),
                        settlement.rounding(),
                        Tendered.amounts(command.refunds())));
    }

    /** What points had paid of what comes back. */
    BigDecimal byPoints() {
        return lines.stream().map(Line::byPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Σ amount of the lines that take gift cards back. */
    BigDecimal giftCards() {
        return lines.stream()
                .filter(line -> line.giftCard() != null)
                .map(Line::amount)
                .reduce(BigDecimal.ZERO.setScale(Decimals.MONEY_PLACES), BigDecimal::add);
    }

    /** Whether anything but gift cards comes back. */
    boolean trades() {
        return lines.stream().anyMatch(line -> line.giftCard() == null);
    }

    AcceptedReturn accepted() {
        return new AcceptedReturn(
                command.id(),
                number,
                store.code(),
                command.orderId(),
                businessTime.date(),
                settlement.linesTotal(),
                settlement.taxAdded(),
                settlement.rounding(),
                settlement.payable(),
                recordedAt,
                false);
    }

    private static Line line(
            int lineNo,
            AcceptReturn command,
            AcceptReturn.Line returned,
            Product product,
            @Nullable SoldOrder sold,
            LineTax anew) {
        if (returned.quantity().signum() <= 0) {
            throw invalid("Invalid quantity of line " + lineNo + ": expected above 0");
        }
        if (returned.unitPrice().signum() < 0) {
            throw invalid("Invalid unit price of line " + lineNo + ": expected 0 or more");
        }
        if ((command.orderId() == null) != (returned.orderLineNo() == null)) {
            throw invalid("Invalid line " + lineNo + ": orderLineNo goes with orderId");
        }
        Texts.atMost(Texts.NAME, returned.reason(), "reason");
        String name = returned.name() == null ? product.name() : returned.name();
        BigDecimal amount = Decimals.extend(returned.quantity(), returned.unitPrice());
        SoldOrder.Part part = sold == null
                ? SoldOrder.Part.UNKNOWN
                : sold.take(Objects.requireNonNull(returned.orderLineNo()), returned.quantity());
        return new Line(
                lineNo,
                returned,
                Objects.requireNonNull(Texts.atMost(Texts.NAME, name, "name")),
                amount,
                product.goods(),
                part.cost(),
                part.byPoints(),
                sold == null ? anew : sold.takeTax(Objects.requireNonNull(returned.orderLineNo()), amount),
                part.giftCard());
    }

    /** Whether the return stands on its approval; refused when it stands on nothing. */
    private static boolean isApproved(AcceptReturn command, Store store, @Nullable SoldOrder sold) {
        if (sold == null) {
            return true;
        }
        sold.check(store);
        for (AcceptReturn.Line line : command.lines()) {
            if (sold.isDearer(line)) {
                if (command.approvedBy() == null) {
                    throw new ShopException(
                            SalesError.PRICE_EXCEEDS_SALE,
                            "Cannot take back line " + line.orderLineNo() + " at "
                                    + line.unitPrice().toPlainString() + ": it was sold for less");
                }
                return true;
            }
        }
        return false;
    }

    private static void check(AcceptReturn command) {
        if (command.lines().isEmpty() || command.lines().size() > MOST_LINES) {
            throw invalid("Invalid return " + command.id() + ": expected 1 to " + MOST_LINES + " lines");
        }
        if (command.orderId() == null
                && (command.approvedBy() == null || command.approvedBy().isBlank())) {
            throw new ShopException(
                    SalesError.APPROVAL_REQUIRED,
                    "Cannot take back without a receipt: name the order, or have someone approve it");
        }
        Texts.atMost(Texts.NUMBER, command.number(), "number");
        Texts.atMost(Texts.TILL, command.till(), "till");
        Texts.atMost(Texts.NUMBER, command.approvedBy(), "approver");
        if (command.refunds().stream().anyMatch(refund -> refund.tendered() != null)) {
            throw invalid("Invalid refund: nothing is tendered for it");
        }
        if (command.number() != null && command.number().isBlank()) {
            throw invalid("Invalid number: it is blank");
        }
    }

    private static long fingerprint(AcceptReturn command, Line line) {
        return LineFingerprint.of(
                "return",
                command.id().toString(),
                line.lineNo(),
                line.returned().sku(),
                line.returned().quantity(),
                line.returned().unitPrice(),
                line.amount());
    }

    private static ShopException invalid(String message) {
        return new ShopException(SalesError.INVALID_RETURN, message);
    }
}
