/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.exports;

import org.jspecify.annotations.NullMarked;
