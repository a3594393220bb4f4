/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.held;

import org.jspecify.annotations.NullMarked;
