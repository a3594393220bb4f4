/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.purchasing;

import org.jspecify.annotations.NullMarked;
