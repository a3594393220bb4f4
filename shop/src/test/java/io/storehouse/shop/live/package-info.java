/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.live;

import org.jspecify.annotations.NullMarked;
