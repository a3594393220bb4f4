@NullMarked
package io.storehouse.shop.summary;

import org.jspecify.annotations.NullMarked;
