package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.CommandHash;
import java.util.UUID;

/**
 * A draft's content is replaced.
 *
 * @param id made by the client
 * @param version of the order that the client saw
 * @param by who revises it
 */
public record ReviseOrder(UUID id, UUID order, long version, OrderContent content, String by)
        implements PurchaseCommand {
    @Override
    public CommandHash hash() {
        return content.hash(new CommandHash().add("revise").add(order).add(Long.toString(version)));
    }
}
