/** Tests of the feature. */
@NullMarked
package io.storehouse.shop.documents;

import org.jspecify.annotations.NullMarked;
