/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.stores;

import org.jspecify.annotations.NullMarked;
