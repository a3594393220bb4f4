/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.stock;

import org.jspecify.annotations.NullMarked;
