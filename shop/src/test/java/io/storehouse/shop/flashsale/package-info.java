@NullMarked
package io.storehouse.shop.flashsale;

import org.jspecify.annotations.NullMarked;
