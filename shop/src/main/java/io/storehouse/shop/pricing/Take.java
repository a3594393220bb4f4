package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one rule took off one line.
 *
 * @param rule the code of the promotion or campaign; {@code points} and {@code till} for what nobody defined
 * @param coupon the coupon's code, or null
 * @param amount above 0, at most 4 places
 */
public record Take(RuleKind kind, String rule, @Nullable String coupon, BigDecimal amount) {}
