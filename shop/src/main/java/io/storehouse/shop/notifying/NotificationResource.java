package io.storehouse.shop.notifying;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.ListedTimes;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.StoreScope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notifications")
class NotificationResource {
    private final NotificationViews views;
    private final Retries retries;
    private final Providers providers;
    private final Callers callers;

    NotificationResource(NotificationViews views, Retries retries, Providers providers, Callers callers) {
        this.views = views;
        this.retries = retries;
        this.providers = providers;
        this.callers = callers;
    }

    /** Messages by when they were made. */
    @GetMapping
    List<NotificationViews.View> page(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "pending|sent|dead|dropped") String status,
            @RequestParam(required = false) @Nullable UUID order,
            @RequestParam(required = false) @Nullable String customer,
            @ParameterObject @Valid ListedTimes times,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        StoreScope scope = callers.scopeOf(store);
        return views.page(new NotificationFilter(scope, status, order, customer, times, after), limit);
    }

    /** Which channels there are, and who carries their messages. */
    @GetMapping("/channels")
    List<Channel> channels() {
        return Stream.of(MessageChannel.values())
                .map(channel -> new Channel(
                        channel.code(),
                        providers.of(channel).isPresent(),
                        providers.of(channel).map(Provider::name).orElse(null)))
                .toList();
    }

    @GetMapping("/{id}")
    NotificationViews.View one(@PathVariable UUID id) {
        NotificationViews.View view = views.one(id).orElseThrow(() -> notFound(id));
        callers.in(view.store());
        return view;
    }

    @PostMapping("/{id}/retry")
    ResponseEntity<Retried> retry(@PathVariable UUID id, @Valid @RequestBody Body body) {
        one(id);
        Retries.Retried retried = retries.retry(new RetryNotification(body.id(), id));
        return Answers.created(new Retried(retried.id(), retried.notification()), retried.replayed());
    }

    static ShopException notFound(UUID id) {
        return new ShopException(NotificationError.NOTIFICATION_NOT_FOUND, "There is no notification " + id);
    }

    /** A channel; one that is off has no provider. */
    record Channel(String channel, boolean on, @Nullable String provider) {}

    /** Asks for another try; the id is made by the client. */
    record Body(@NotNull UUID id) {}

    /** A try that will be made. */
    record Retried(UUID id, UUID notification) {}
}
