/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.sales;

import org.jspecify.annotations.NullMarked;
