package io.storehouse.shop.loyalty;

import io.storehouse.shop.pricing.CustomerTiers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The tiers that members have, for promotions that are for some of them. */
@Component
class TiersForPricing implements CustomerTiers {
    private final AccountTable accounts;

    TiersForPricing(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<String, String> of(Collection<String> customers) {
        Map<String, String> tiers = new HashMap<>();
        accounts.find(customers).forEach((customer, account) -> {
            if (account.tier() != null) {
                tiers.put(customer, account.tier());
            }
        });
        return tiers;
    }
}
