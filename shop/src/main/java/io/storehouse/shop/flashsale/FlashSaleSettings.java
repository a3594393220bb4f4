package io.storehouse.shop.flashsale;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of flash sales.
 *
 * @param topic where claims wait; every process of a shop has the same
 * @param group of the consumers; every process of a shop has the same
 * @param batch most claims that are settled by one transaction
 * @param interval between the rounds of what flash sales do by themselves
 * @param sendWithin how long a claim waits for Kafka before it is given back
 * @param resendAfter after what time a claim that nobody saw reach Kafka is sent again; longer than a process takes to give it back
 * @param endAfter how long after its end a sale waits for claims that are under way
 * @param inFlight claims that one process takes at a time, so that the others' threads keep selling when an engine hangs
 */
@Validated
@ConfigurationProperties("storehouse.flash-sale")
record FlashSaleSettings(
        @DefaultValue("storehouse.flash-claims") String topic,
        @DefaultValue("storehouse-flash-claims") String group,
        @DefaultValue("500") @Min(1) @Max(5_000) int batch,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("3s") Duration sendWithin,
        @DefaultValue("10s") Duration resendAfter,
        @DefaultValue("15s") Duration endAfter,
        @DefaultValue("16") @Min(1) int inFlight) {

    /** How long a claim that was granted before may still be on its way into the queue. */
    Duration underWay() {
        return sendWithin.plusSeconds(1);
    }
}
