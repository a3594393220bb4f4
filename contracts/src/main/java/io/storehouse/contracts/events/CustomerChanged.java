package io.storehouse.contracts.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer became known or changed; personal data never travels.
 *
 * @param code natural key
 * @param tier the loyalty tier, or null
 * @param memberSince the business date of the first points, or null
 * @param consents the purposes that are consented to now, in order of text; null in events of before consents were kept
 */
public record CustomerChanged(
        String code,
        @Nullable String tier,
        @Nullable LocalDate memberSince,
        @Nullable List<String> consents) {}
