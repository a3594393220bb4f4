/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.receipts;

import org.jspecify.annotations.NullMarked;
