/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.audit;

import org.jspecify.annotations.NullMarked;
