package io.storehouse.shop.notifying;

import io.storehouse.shop.customers.Contact;
import io.storehouse.shop.customers.Contacts;
import io.storehouse.shop.documents.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One attempt to send one message: claim it, look up whom and what, hand it over outside any transaction, keep what came of
 * it. Between the provider's answer and our commit the process can die; then the lease passes and the provider gets the message
 * a second time, with the same key.
 */
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final NotificationTable table;
    private final Contacts contacts;
    private final Composer composer;
    private final Providers providers;
    private final Transactions transactions;
    private final NotifyingSettings settings;
    private final BackOff backOff;

    Delivery(
            NotificationTable table,
            Contacts contacts,
            Composer composer,
            Providers providers,
            Transactions transactions,
            NotifyingSettings settings) {
        this.table = table;
        this.contacts = contacts;
        this.composer = composer;
        this.providers = providers;
        this.transactions = transactions;
        this.settings = settings;
        this.backOff =
                new BackOff(settings.retry(), () -> ThreadLocalRandom.current().nextLong());
    }

    /** Sends the message of the channel that has been due longest; false when none is. */
    boolean next(MessageChannel channel) {
        Optional<Provider> provider = providers.of(channel);
        Optional<Notification> claimed =
                provider.isEmpty() ? Optional.empty() : transactions.inOne(() -> table.claim(channel));
        claimed.ifPresent(notification -> attempt(notification, provider.orElseThrow()));
        return claimed.isPresent();
    }

    /**
     * What is to be done with a claimed message: hand it over, end it, or leave it to whoever has it now.
     *
     * @param message to hand over, or null
     * @param end how it ends without, or null
     */
    private record Plan(@Nullable Message message, @Nullable Outcome end) {}

    private void attempt(Notification notification, Provider provider) {
        Plan plan = transactions.inOne(() -> plan(notification, provider));
        if (plan.message() != null) {
            Outcome outcome = handOver(notification, provider, plan.message());
            finish(notification, outcome);
        }
        if (plan.end() != null) {
            finish(notification, plan.end());
        }
    }

    private void finish(Notification notification, Outcome outcome) {
        transactions.inOne(() -> {
            table.finish(notification, outcome);
            return outcome;
        });
    }

    private Plan plan(Notification notification, Provider provider) {
        Contact contact = contacts.find(List.of(notification.customer())).get(notification.customer());
        String address = contact == null ? null : notification.channel().address(contact);
        if (contact == null || address == null) {
            return new Plan(null, Outcome.dropped("no-address"));
        }
        if (!notification.channel().isAllowedBy(contact)) {
            return new Plan(null, Outcome.dropped("no-consent"));
        }
        Optional<Message> message = composer.compose(notification, address);
        if (message.isEmpty()) {
            return new Plan(null, Outcome.dead("no-document", null));
        }
        boolean mine = table.confirm(notification, notification.channel().mask(contact), provider.name());
        return mine ? new Plan(message.get(), null) : new Plan(null, null);
    }

    private Outcome handOver(Notification notification, Provider provider, Message message) {
        try {
            provider.deliver(message);
            return Outcome.sent();
        } catch (DeliveryFailure e) {
            return failed(notification, e);
        } catch (RuntimeException e) {
            // its message may repeat the address
            LOG.warn("The provider {} failed: {}", provider.name(), e.getClass().getName());
            return failed(notification, DeliveryFailure.transientOf("provider-failed", null));
        }
    }

    private Outcome failed(Notification notification, DeliveryFailure failure) {
        if (failure.isPermanent() || notification.attempt() >= settings.retry().attempts()) {
            return Outcome.dead(failure.code(), failure.reply());
        }
        Duration wait = backOff.after(notification.attempt(), failure.retryAfter());
        return Outcome.postponed(failure, wait);
    }
}
