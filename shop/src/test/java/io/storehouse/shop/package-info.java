/** Tests of the shop as a whole, over HTTP, on real engines. */
@NullMarked
package io.storehouse.shop;

import org.jspecify.annotations.NullMarked;
