/** The live view: figures with their cut, folded from the documents of the orders topic. */
@NullMarked
package io.storehouse.stream.live;

import org.jspecify.annotations.NullMarked;
