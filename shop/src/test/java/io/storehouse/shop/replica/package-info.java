/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.replica;

import org.jspecify.annotations.NullMarked;
