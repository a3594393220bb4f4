package io.storehouse.shop.notifying;

import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.problems.ShopException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends dead messages after all, once for each time that somebody asks. */
@Component
class Retries implements DocumentKind<RetryNotification, Retries.Retry, Retries.Retried> {
    private final Documents documents;
    private final NotificationTable table;
    private final NotificationViews views;
    private final Providers providers;
    private final AuditLog audit;

    Retries(
            Documents documents,
            NotificationTable table,
            NotificationViews views,
            Providers providers,
            AuditLog audit) {
        this.documents = documents;
        this.table = table;
        this.views = views;
        this.providers = providers;
        this.audit = audit;
    }

    /** A try to be made, in that store. */
    record Retry(RetryNotification command, String store) {}

    /**
     * A try that will be made.
     *
     * @param id of the request
     */
    record Retried(UUID id, UUID notification, boolean replayed) {}

    /**
     * Has the message sent again, from its first attempt.
     *
     * @throws ShopException {@code notification-not-found}, {@code notification-not-dead}, {@code channel-off}
     */
    Retried retry(RetryNotification command) {
        return documents.recordOnce(this, List.of(command)).get(0);
    }

    @Override
    public String scope() {
        return "notify-retry";
    }

    @Override
    public UUID id(RetryNotification command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(RetryNotification command) {
        return new CommandHash().add(command.notification()).value();
    }

    @Override
    public Class<Retried> responseType() {
        return Retried.class;
    }

    @Override
    public Retried replayed(Retried first) {
        return new Retried(first.id(), first.notification(), true);
    }

    @Override
    public List<Retry> prepare(List<RetryNotification> commands) {
        return commands.stream().map(this::prepare).toList();
    }

    private Retry prepare(RetryNotification command) {
        NotificationViews.View view = views.one(command.notification())
                .orElseThrow(() -> NotificationResource.notFound(command.notification()));
        if (providers.of(MessageChannel.ofCode(view.channel())).isEmpty()) {
            throw new ShopException(
                    NotificationError.CHANNEL_OFF,
                    "Cannot send " + view.id() + ": no provider of " + view.channel() + " is named in the settings");
        }
        return new Retry(command, view.store());
    }

    @Override
    public Retried response(Retry retry) {
        return new Retried(retry.command().id(), retry.command().notification(), false);
    }

    @Override
    public void write(List<Retry> retries) {
        for (Retry retry : retries) {
            UUID id = retry.command().notification();
            if (!table.revive(id)) {
                throw new ShopException(
                        NotificationError.NOTIFICATION_NOT_DEAD,
                        "Cannot send " + id + " again: it is not dead, or no longer");
            }
            audit.record(AuditEntry.of(NotifyingAct.NOTIFICATION_RETRIED, retry.store(), id.toString()));
        }
    }
}
