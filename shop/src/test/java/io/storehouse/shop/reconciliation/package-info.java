/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.reconciliation;

import org.jspecify.annotations.NullMarked;
