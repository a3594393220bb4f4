package io.storehouse.shop.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is to the chain.
 *
 * @param tier the loyalty tier, or null
 * @param memberSince the business date of the first points, or null
 */
public record Standing(@Nullable String tier, @Nullable LocalDate memberSince) {
    /** Of a customer without an account. */
    public static final Standing NONE = new Standing(null, null);
}
