/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.members;

import org.jspecify.annotations.NullMarked;
