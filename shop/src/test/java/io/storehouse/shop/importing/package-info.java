/** Tests of imports, on a real database. */
@NullMarked
package io.storehouse.shop.importing;

import org.jspecify.annotations.NullMarked;
