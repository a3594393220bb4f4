package io.storehouse.shop.loyalty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How points and tiers are kept up to date.
 *
 * @param every pause between two runs of what comes due
 * @param batch members in one transaction of a run
 */
@Validated
@ConfigurationProperties("storehouse.loyalty")
record LoyaltySettings(
        @DefaultValue("1h") Duration every,
        @DefaultValue("200") @Min(1) @Max(1000) int batch) {}
