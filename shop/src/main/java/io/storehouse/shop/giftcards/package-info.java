/** Gift cards: their codes (only hashed), balances and ledger. */
@ApplicationModule(allowedDependencies = {"problems", "documents", "outbox", "stores", "access"})
@NullMarked
package io.storehouse.shop.giftcards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
