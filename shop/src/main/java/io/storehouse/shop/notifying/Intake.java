package io.storehouse.shop.notifying;

import io.storehouse.shop.customers.Contact;
import io.storehouse.shop.customers.Contacts;
import io.storehouse.shop.documents.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes one message of each event for each channel to which the customer consents, however often the event comes. */
@Component
class Intake {
    private final NotificationTable table;
    private final Contacts contacts;
    private final Providers providers;
    private final Transactions transactions;

    Intake(NotificationTable table, Contacts contacts, Providers providers, Transactions transactions) {
        this.table = table;
        this.contacts = contacts;
        this.providers = providers;
        this.transactions = transactions;
    }

    /** Keeps the messages of the notices, all or none, in a fixed number of statements. */
    void accept(List<Notice> notices) {
        if (!notices.isEmpty()) {
            transactions.inOne(() -> keep(notices));
        }
    }

    private int keep(List<Notice> notices) {
        Map<String, Contact> people =
                contacts.find(notices.stream().map(Notice::customer).collect(Collectors.toSet()));
        List<NotificationTable.Planned> planned = new ArrayList<>();
        for (Notice notice : notices) {
            Contact contact = people.get(notice.customer());
            for (MessageChannel channel : MessageChannel.values()) {
                if (contact != null
                        && providers.of(channel).isPresent()
                        && channel.isAllowedBy(contact)
                        && channel.address(contact) != null) {
                    planned.add(new NotificationTable.Planned(notice, channel, channel.mask(contact)));
                }
            }
        }
        // in one order, so that two who read the same events wait for each other
        planned.sort(Comparator.comparing(
                plan -> plan.notice().event() + plan.channel().code()));
        table.insert(planned);
        return planned.size();
    }
}
