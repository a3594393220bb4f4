/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.access;

import org.jspecify.annotations.NullMarked;
