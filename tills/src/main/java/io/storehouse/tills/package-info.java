/** What a till does, for replay and load, over HTTP only. */
@NullMarked
package io.storehouse.tills;

import org.jspecify.annotations.NullMarked;
