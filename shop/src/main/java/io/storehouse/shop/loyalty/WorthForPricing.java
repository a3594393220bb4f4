package io.storehouse.shop.loyalty;

import io.storehouse.shop.pricing.PointsWorth;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a point pays in a cart. */
@Component
class WorthForPricing implements PointsWorth {
    private final Programmes programmes;

    WorthForPricing(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public Optional<BigDecimal> in(Currency currency) {
        return programmes
                .current()
                .filter(programme -> programme.currency().equals(currency))
                .map(Programme::pointValue);
    }
}
