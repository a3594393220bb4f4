/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.pricing;

import org.jspecify.annotations.NullMarked;
