package io.storehouse.shop.notifying;

import io.storehouse.shop.customers.PersonalTrace;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Who asks to be forgotten gets no more messages, and the masks of earlier ones go. */
@Component
class Forgetting implements PersonalTrace {
    private final NotificationTable table;

    Forgetting(NotificationTable table) {
        this.table = table;
    }

    @Override
    public void erase(Collection<String> codes) {
        table.forget(codes);
    }
}
