package io.storehouse.shop.loyalty;

import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the chain's loyalty programme. It has one currency: sales in others neither earn nor count for a tier.
 *
 * @param pointsPerUnit points for one unit of the currency
 * @param pointValue what a spent point is worth
 * @param expiryMonths after which points are gone, or null for never
 * @param tierMonths for how long a tier is kept at least
 * @param validFrom the first business date that earns
 * @param tiers by threshold
 */
record Programme(
        Currency currency,
        BigDecimal pointsPerUnit,
        BigDecimal pointValue,
        @Nullable Integer expiryMonths,
        int tierMonths,
        LocalDate validFrom,
        List<Tier> tiers) {
    /** The months whose spending decides on a tier. */
    static final int SPEND_MONTHS = 12;

    private static final int MOST_TIERS = 20;
    private static final int LONGEST_CODE = 32;
    private static final BigDecimal MOST_PER_UNIT = BigDecimal.valueOf(10_000);

    Programme {
        tiers = tiers.stream().sorted(Comparator.comparing(Tier::threshold)).toList();
    }

    /**
     * A tier.
     *
     * @param threshold the spending of the last 12 months from which it is reached
     * @param multiplier of the points that its members earn
     */
    record Tier(String code, BigDecimal threshold, BigDecimal multiplier) {}

    /** Refuses rules that make no sense. */
    void check() {
        range(pointsPerUnit, MOST_PER_UNIT, "points per unit");
        range(pointValue, BigDecimal.valueOf(1_000_000), "value of a point");
        if (expiryMonths != null && (expiryMonths < 1 || expiryMonths > 600)) {
            throw invalid("Invalid months of expiry: expected 1 to 600, or none");
        }
        if (tierMonths < 1 || tierMonths > 120 || tiers.size() > MOST_TIERS) {
            throw invalid("Invalid tiers: expected at most " + MOST_TIERS + ", kept for 1 to 120 months");
        }
        Set<String> codes = new HashSet<>();
        Set<BigDecimal> thresholds = new HashSet<>();
        for (Tier tier : tiers) {
            range(tier.multiplier(), BigDecimal.valueOf(100), "multiplier of a tier");
            if (tier.code().isBlank()
                    || tier.code().length() > LONGEST_CODE
                    || tier.threshold().signum() < 0
                    || !codes.add(tier.code())
                    || !thresholds.add(tier.threshold().stripTrailingZeros())) {
                throw invalid("Invalid tier '" + tier.code() + "': expected a code and a threshold of its own, from 0");
            }
        }
    }

    /** Whether sales of that place earn. */
    boolean covers(Place place) {
        return place.currency().equals(currency) && !place.businessDate().isBefore(validFrom);
    }

    /** Amount × points per unit × the tier's multiplier, rounded down; none for nothing. */
    long pointsFor(BigDecimal amount, @Nullable String tier) {
        BigDecimal points = amount.multiply(pointsPerUnit).multiply(multiplier(tier));
        return points.signum() <= 0 ? 0 : points.setScale(0, RoundingMode.DOWN).longValueExact();
    }

    /** The first date on which points of that date are gone, or null for never. */
    @Nullable
    LocalDate expiryOf(LocalDate businessDate) {
        return expiryMonths == null ? null : businessDate.plusMonths(expiryMonths);
    }

    /** Points × value of a point, in the currency's places, rounded down. */
    BigDecimal valueOf(long points) {
        return pointValue
                .multiply(BigDecimal.valueOf(points))
                .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.DOWN);
    }

    /** The highest tier that the spending reaches, or null. */
    @Nullable
    String reached(BigDecimal spend) {
        String reached = null;
        for (Tier tier : tiers) {
            if (spend.compareTo(tier.threshold()) >= 0) {
                reached = tier.code();
            }
        }
        return reached;
    }

    /** The place of a tier in the order of thresholds; −1 for none, or one that is no more. */
    int rank(@Nullable String tier) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).code().equals(tier)) {
                return i;
            }
        }
        return -1;
    }

    private BigDecimal multiplier(@Nullable String tier) {
        int rank = rank(tier);
        return rank < 0
                ? BigDecimal.ONE
                : Objects.requireNonNull(tiers.get(rank)).multiplier();
    }

    private static void range(BigDecimal value, BigDecimal most, String what) {
        if (value.signum() < 0 || value.compareTo(most) > 0) {
            throw invalid("Invalid " + what + ": expected 0 to " + most.toPlainString());
        }
    }

    private static ShopException invalid(String message) {
        return new ShopException(LoyaltyError.INVALID_PROGRAMME, message);
    }
}
