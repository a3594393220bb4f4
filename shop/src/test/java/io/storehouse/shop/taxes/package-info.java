@NullMarked
package io.storehouse.shop.taxes;

import org.jspecify.annotations.NullMarked;
