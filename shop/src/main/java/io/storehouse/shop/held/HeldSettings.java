package io.storehouse.shop.held;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sales are held.
 *
 * @param expiry from the holding; an expired sale is shown as such and keeps no shift open
 * @param keepRecalled for how long a recall that is sent again is still answered with the cart
 * @param keepExpired for how long an expired sale can still be recalled
 * @param forgetInterval how often what is older is forgotten
 */
@Validated
@ConfigurationProperties("storehouse.held")
record HeldSettings(
        @DefaultValue("24h") Duration expiry,
        @DefaultValue("1h") Duration keepRecalled,
        @DefaultValue("7d") Duration keepExpired,
        @DefaultValue("5m") Duration forgetInterval) {}
