/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.customers;

import org.jspecify.annotations.NullMarked;
