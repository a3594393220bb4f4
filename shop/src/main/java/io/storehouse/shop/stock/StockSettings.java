package io.storehouse.shop.stock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of stock.
 *
 * @param expiryInterval how often reservations whose time is over are looked for
 * @param longestReservation the longest time to live
 * @param proofInterval how often the ledger is proved
 */
@Validated
@ConfigurationProperties("storehouse.stock")
record StockSettings(
        @DefaultValue("2s") Duration expiryInterval,
        @DefaultValue("7d") Duration longestReservation,
        @DefaultValue("24h") Duration proofInterval) {}
