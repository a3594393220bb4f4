package io.storehouse.shop.notifying;

import io.storehouse.shop.customers.PersonalTrace;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who asks to be forgotten gets no more messages, and the masks of earlier ones go. */
@Component
class Forgetting implements PersonalTrace {
    private final NotificationTable table;
    private final Providers providers;

    Forgetting(NotificationTable table, Providers providers) {
        this.table = table;
        this.providers = providers;
    }

    @Override
    public void erase(Collection<String> codes) {
        table.forget(codes);
        Set<UUID> keys = table.keysOf(codes);
        for (MessageChannel channel : MessageChannel.values()) {
            providers.of(channel).ifPresent(provider -> provider.forget(keys));
        }
    }
}
