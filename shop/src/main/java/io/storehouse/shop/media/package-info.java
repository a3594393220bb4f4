/** Pictures of products, each kept under the hash of its bytes. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "catalogue", "outbox"})
@NullMarked
package io.storehouse.shop.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
