package io.storehouse.shop.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the reconciliation.
 *
 * @param incarnation of the binary log; bumped when the database is restored to an older one
 */
@Validated
@ConfigurationProperties("storehouse.reconciliation")
record ReconciliationSettings(
        @DefaultValue("1") @Min(0) @Max(9999) int incarnation) {}
