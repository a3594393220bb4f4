/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.printing;

import org.jspecify.annotations.NullMarked;
