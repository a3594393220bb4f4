/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.loyalty;

import org.jspecify.annotations.NullMarked;
