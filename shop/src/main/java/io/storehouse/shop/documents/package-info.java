/** What all documents of the shop share: channel, exact numbers, idempotency, one transaction each. */
@ApplicationModule(allowedDependencies = {"problems"})
@NullMarked
package io.storehouse.shop.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
