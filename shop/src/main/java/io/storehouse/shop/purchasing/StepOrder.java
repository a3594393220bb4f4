package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.CommandHash;
import java.util.UUID;

/**
 * An order is taken a step further.
 *
 * @param id made by the client
 * @param version of the order that the client saw
 * @param by who takes the step
 */
public record StepOrder(UUID id, UUID order, Step step, long version, String by) implements PurchaseCommand {
    @Override
    public CommandHash hash() {
        return new CommandHash().add(step.name()).add(order).add(Long.toString(version));
    }
}
