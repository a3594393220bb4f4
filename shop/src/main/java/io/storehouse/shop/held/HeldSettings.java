package io.storehouse.shop.held;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sales are held.
 *
 * @param expiry from the holding; an expired sale is shown as such and keeps no shift open
 */
@Validated
@ConfigurationProperties("storehouse.held")
record HeldSettings(@DefaultValue("24h") Duration expiry) {}
