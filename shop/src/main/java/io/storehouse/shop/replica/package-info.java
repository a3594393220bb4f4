/** Sends reads to a replica of the database, so that everybody reads his own writes and reads outlive the primary. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.storehouse.shop.replica;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
