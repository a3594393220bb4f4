/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.media;

import org.jspecify.annotations.NullMarked;
