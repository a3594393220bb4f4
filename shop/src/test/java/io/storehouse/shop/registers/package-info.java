/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.registers;

import org.jspecify.annotations.NullMarked;
