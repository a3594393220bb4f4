package io.storehouse.shop.notifying;

import io.storehouse.shop.customers.Contact;
import io.storehouse.shop.customers.Contacts;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.sales.SaleRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes one message of each event for each channel to which the customer consents, however often the event comes. */
@Component
class Intake {
    private final NotificationTable table;
    private final Contacts contacts;
    private final Providers providers;
    private final SaleRecords sales;
    private final Transactions transactions;

    Intake(
            NotificationTable table,
            Contacts contacts,
            Providers providers,
            SaleRecords sales,
            Transactions transactions) {
        this.table = table;
        this.contacts = contacts;
        this.providers = providers;
        this.sales = sales;
        this.transactions = transactions;
    }

    /** Keeps the messages of the notices, all or none, in a fixed number of statements. */
    void accept(List<Notice> notices) {
        if (!notices.isEmpty()) {
            transactions.inOne(() -> keep(notices));
        }
    }

    private int keep(List<Notice> read) {
        List<Notice> notices = named(read);
        Map<String, Contact> people = contacts.find(notices.stream()
                .map(notice -> String.valueOf(notice.customer()))
                .collect(Collectors.toSet()));
        List<NotificationTable.Planned> planned = new ArrayList<>();
        for (Notice notice : notices) {
            Contact contact = people.get(String.valueOf(notice.customer()));
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

    /** Those that concern somebody: a till need not say again who brings goods back. */
    private List<Notice> named(List<Notice> notices) {
        Set<UUID> orders = notices.stream()
                .filter(notice -> notice.customer() == null)
                .flatMap(notice -> Stream.ofNullable(notice.order()))
                .collect(Collectors.toSet());
        Map<UUID, String> customers = sales.customersOf(orders);
        return notices.stream()
                .map(notice -> notice.customer() == null && notice.order() != null
                        ? notice.of(customers.get(notice.order()))
                        : notice)
                .filter(notice -> notice.customer() != null)
                .toList();
    }
}
