/** Tests of sales and returns. */
@NullMarked
package io.storehouse.shop.sales;

import org.jspecify.annotations.NullMarked;
