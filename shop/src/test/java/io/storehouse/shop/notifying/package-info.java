/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.notifying;

import org.jspecify.annotations.NullMarked;
