/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.outbox;

import org.jspecify.annotations.NullMarked;
