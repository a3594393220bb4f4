/** How features say what went wrong, and how HTTP shows it (RFC 9457). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.storehouse.shop.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
