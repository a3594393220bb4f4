/** Tests of the commands as a person runs them. */
@NullMarked
package io.storehouse.reports;

import org.jspecify.annotations.NullMarked;
