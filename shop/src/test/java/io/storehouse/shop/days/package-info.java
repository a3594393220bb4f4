/** The whole shop together: days in which everything happens at once, and what must add up after them. */
@NullMarked
package io.storehouse.shop.days;

import org.jspecify.annotations.NullMarked;
