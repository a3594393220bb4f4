package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.giftcards.GiftCards;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The return of a whole sale, the same whenever it is worked out. */
final class Inverse {
    private static final BigDecimal PRICE_STEP = BigDecimal.ONE.movePointLeft(Decimals.MONEY_PLACES);
    /** Tried one after the other: two parts that both end in half a step would round up together. */
    private static final List<BigDecimal> SHIFTS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.001"),
            new BigDecimal("-0.001"),
            new BigDecimal("0.002"),
            new BigDecimal("-0.002"));

    private Inverse() {}

    static AcceptReturn of(SaleRecord sale, VoidOrder command, List<GiftCards.Paid> cards) {
        List<AcceptReturn.Line> lines = new ArrayList<>();
        for (SaleRecord.Line line : sale.lines()) {
            parts(line)
                    .forEach((price, quantity) -> lines.add(new AcceptReturn.Line(
                            id(command.id(), "line/" + lines.size()),
                            line.lineNo(),
                            line.sku(),
                            line.name(),
                            quantity,
                            price,
                            command.reason(),
                            Disposition.SELLABLE)));
        }
        return new AcceptReturn(
                command.id(),
                null,
                sale.store(),
                sale.till(),
                sale.customer(),
                Channel.TILL,
                sale.id(),
                command.approvedBy(),
                command.occurredAt(),
                lines,
                refunds(sale, command.id(), cards),
                false);
    }

    /**
     * Quantities by unit price whose amounts add up to the line's: as a discount leaves no exact price, a part comes back at the
     * next lower price and the rest one step above it.
     */
    static SortedMap<BigDecimal, BigDecimal> parts(SaleRecord.Line line) {
        SortedMap<BigDecimal, BigDecimal> parts = new TreeMap<>();
        if (line.discount().signum() == 0) {
            parts.put(line.unitPrice(), line.quantity());
            return parts;
        }
        BigDecimal lower = line.amount().divide(line.quantity(), Decimals.MONEY_PLACES, RoundingMode.DOWN);
        BigDecimal missing = line.amount().subtract(lower.multiply(line.quantity()));
        BigDecimal above = missing.divide(PRICE_STEP, Decimals.QUANTITY_PLACES, RoundingMode.UNNECESSARY);
        for (BigDecimal shift : SHIFTS) {
            parts = parts(line, lower, above.add(shift));
            if (total(parts).compareTo(line.amount()) == 0) {
                return parts;
            }
        }
        return parts;
    }

    private static SortedMap<BigDecimal, BigDecimal> parts(SaleRecord.Line line, BigDecimal lower, BigDecimal above) {
        SortedMap<BigDecimal, BigDecimal> parts = new TreeMap<>();
        if (above.signum() > 0) {
            parts.put(lower.add(PRICE_STEP), above.min(line.quantity()));
        }
        if (above.compareTo(line.quantity()) < 0) {
            parts.put(lower, line.quantity().subtract(above.max(BigDecimal.ZERO)));
        }
        return parts;
    }

    private static BigDecimal total(SortedMap<BigDecimal, BigDecimal> parts) {
        return parts.entrySet().stream()
                .map(part -> Decimals.extend(part.getValue(), part.getKey()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** One for each tender; where several gift cards paid, one for each of them, because each gets its own back. */
    private static List<Tendered> refunds(SaleRecord sale, UUID id, List<GiftCards.Paid> cards) {
        SortedMap<String, BigDecimal> byTender = new TreeMap<>();
        sale.money().forEach(payment -> byTender.merge(payment.tender(), payment.amount(), BigDecimal::add));
        if (cards.size() > 1) {
            byTender.remove(Tenders.GIFT_CARD);
        }
        List<Tendered> refunds = new ArrayList<>();
        byTender.forEach((tender, amount) -> refunds.add(new Tendered(id(id, "refund/" + tender), tender, amount)));
        if (cards.size() > 1) {
            for (GiftCards.Paid card : cards) {
                UUID refund = id(id, "refund/" + Tenders.GIFT_CARD + "/" + refunds.size());
                refunds.add(new Tendered(refund, Tenders.GIFT_CARD, card.amount(), null, card.code()));
            }
        }
        return refunds;
    }

    private static UUID id(UUID command, String part) {
        return UUID.nameUUIDFromBytes((command + "/" + part).getBytes(StandardCharsets.UTF_8));
    }
}
