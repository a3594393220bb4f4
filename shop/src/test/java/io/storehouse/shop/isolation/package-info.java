/** What each isolation level of the real database allows; {@code docs/isolation.md} is the paper to it. */
@NullMarked
package io.storehouse.shop.isolation;

import org.jspecify.annotations.NullMarked;
