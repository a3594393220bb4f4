package io.storehouse.shop.notifying;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands text messages to a provider as signed JSON over HTTP. {@code Idempotency-Key} is the message's key; {@code
 * Storehouse-Signature} is {@code v1=} and the hexadecimal HMAC-SHA256 of {@code Storehouse-Timestamp} (seconds since 1970), a
 * full stop and the body.
 *
 * <p>Answers 2xx mean taken; 429 means not before {@code Retry-After}; 408, 425 and 5xx mean try again, as do a connection that
 * fails and an answer that does not come in time; all others mean never. Redirections are not followed: they would carry the
 * number elsewhere.
 */
final class WebhookSms implements Provider {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(key|recipient|text|language)}");
    private static final Set<Integer> AGAIN = Set.of(408, 425);
    private static final int THROTTLED = 429;

    private final NotifyingSettings.Webhook settings;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient client;

    WebhookSms(NotifyingSettings.Webhook settings, Duration timeout, Clock clock) {
        this.settings = settings;
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.SMS;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void deliver(Message message) throws DeliveryFailure {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(message), HttpResponse.BodyHandlers.discarding());
        try {
            judge(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw DeliveryFailure.transientOf("timeout", null);
        } catch (ExecutionException e) {
            throw DeliveryFailure.transientOf("provider-away", null);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw DeliveryFailure.transientOf("interrupted", null);
        }
    }

    private void judge(HttpResponse<Void> answer) throws DeliveryFailure {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return;
        }
        if (status == THROTTLED) {
            throw DeliveryFailure.later(
                    status, wait(answer.headers().firstValue("Retry-After").orElse(null)));
        }
        throw status / 100 == 5 || AGAIN.contains(status)
                ? DeliveryFailure.transientOf("provider-failed", status)
                : DeliveryFailure.permanentOf("refused", status);
    }

    /** Seconds, or a date; anything else counts for nothing. */
    private @Nullable Duration wait(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        try {
            if (retryAfter.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(retryAfter));
            }
            Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), until);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private HttpRequest request(Message message) {
        String body = body(message);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.url()).timeout(timeout).POST(HttpRequest.BodyPublishers.ofString(body));
        settings.headers().forEach(request::setHeader);
        return request.setHeader("Content-Type", "application/json")
                .setHeader("Idempotency-Key", message.key().toString())
                .setHeader("Storehouse-Timestamp", timestamp)
                .setHeader("Storehouse-Signature", "v1=" + signature(settings.secret(), timestamp + "." + body))
                .build();
    }

    private String body(Message message) {
        Map<String, String> values = Map.of(
                "key", message.key().toString(),
                "recipient", message.recipient(),
                "text", message.text(),
                "language", message.language().tag());
        return PLACEHOLDER
                .matcher(settings.template())
                .replaceAll(found -> Matcher.quoteReplacement(escaped(String.valueOf(values.get(found.group(1))))));
    }

    /** As it stands within the quotes of a JSON text. */
    private static String escaped(String text) {
        String quoted = JSON.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
