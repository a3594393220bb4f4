/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.giftcards;

import org.jspecify.annotations.NullMarked;
