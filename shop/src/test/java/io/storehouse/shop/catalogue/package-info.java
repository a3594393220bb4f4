/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.catalogue;

import org.jspecify.annotations.NullMarked;
