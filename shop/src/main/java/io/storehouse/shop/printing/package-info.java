/** Printing: rows of text on 80 mm paper, as a page and as a printer's bytes. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.storehouse.shop.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
