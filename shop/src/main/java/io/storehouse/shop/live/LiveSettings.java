package io.storehouse.shop.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the live page.
 *
 * @param keyspace where nothing else is published
 * @param coalesce changes within this time are shown together
 * @param pulseInterval between the shop's heartbeats while someone watches
 * @param staleAfter how far behind the page may be before it says so
 * @param heartbeat between signs of life to a browser
 * @param reload how long figures are trusted without a sign from Redis
 * @param clients most browsers at a time
 */
@Validated
@ConfigurationProperties("storehouse.live")
record LiveSettings(
        @DefaultValue("v1") String keyspace,
        @DefaultValue("40ms") Duration coalesce,
        @DefaultValue("1s") Duration pulseInterval,
        @DefaultValue("30s") Duration staleAfter,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("5s") Duration reload,
        @DefaultValue("64") int clients) {}
