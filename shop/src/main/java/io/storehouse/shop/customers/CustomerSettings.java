package io.storehouse.shop.customers;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How customers are kept.
 *
 * @param region ISO 3166 code of the country whose phone numbers may come without their country code
 */
@Validated
@ConfigurationProperties("storehouse.customers")
record CustomerSettings(
        @DefaultValue("CN") @Pattern(regexp = "[A-Z]{2}") String region) {}
