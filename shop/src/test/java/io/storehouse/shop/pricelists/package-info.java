/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.pricelists;

import org.jspecify.annotations.NullMarked;
