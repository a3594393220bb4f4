/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.transfer;

import org.jspecify.annotations.NullMarked;
