package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.CommandHash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order is drafted.
 *
 * @param id made by the client; the order's identity
 * @param number as people call it; null for one that the shop makes
 * @param store into which the goods are to come
 * @param by who drafts it
 */
public record DraftOrder(UUID id, @Nullable String number, String store, OrderContent content, String by)
        implements PurchaseCommand {
    @Override
    public UUID order() {
        return id;
    }

    @Override
    public CommandHash hash() {
        return content.hash(new CommandHash().add("draft").add(number).add(store));
    }
}
