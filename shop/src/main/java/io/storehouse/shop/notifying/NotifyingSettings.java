package io.storehouse.shop.notifying;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are told.
 *
 * @param enabled whether this process reads events and sends; elsewhere it only answers what was sent
 * @param group the consumer group
 * @param deadLetters the topic of what could not be read or sent
 * @param maxAge what happened longer ago is told no more
 * @param pollInterval how often messages that are due are looked for
 * @param workers messages of a channel that are sent at a time
 * @param retry how often and when a message is tried
 * @param providerTimeout for connecting, and for each answer
 * @param smsFile where text messages are written; none for no file
 * @param smsWebhook who carries text messages; comes before the file
 * @param smtp who carries e-mail; none for no e-mail
 */
@ConfigurationProperties("storehouse.notifying")
record NotifyingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("storehouse-notifier") String group,
        @DefaultValue("storehouse.notifications.dead") String deadLetters,
        @DefaultValue("24h") Duration maxAge,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("4") int workers,
        @DefaultValue Retry retry,
        @DefaultValue("10s") Duration providerTimeout,
        @Nullable Path smsFile,
        @Nullable Webhook smsWebhook,
        @Nullable Smtp smtp) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    /** Connecting and the answers to a message's commands each have the whole time-out. */
    private static final int ANSWERS = 8;

    /** Names all that cannot work, at once. */
    NotifyingSettings {
        List<String> wrong = new ArrayList<>();
        if (workers < 1 || workers > 64) {
            wrong.add("workers is " + workers + ", expected 1 to 64");
        }
        if (retry.lease().compareTo(providerTimeout.multipliedBy(ANSWERS)) < 0) {
            wrong.add("retry.lease is " + retry.lease() + ", expected at least " + ANSWERS + " × provider-timeout");
        }
        if (retry.attempts() < 1) {
            wrong.add("retry.attempts is " + retry.attempts() + ", expected at least 1");
        }
        if (retry.first().isZero()
                || retry.first().isNegative()
                || retry.longest().compareTo(retry.first()) < 0) {
            wrong.add("retry.first is " + retry.first() + ", expected above 0 and at most retry.longest");
        }
        if (smsWebhook != null) {
            smsWebhook.addWrong(wrong);
        }
        if (smtp != null && smtp.security() == Security.NONE && !LOOPBACK.contains(smtp.host())) {
            wrong.add("smtp.security is none, allowed only for a host on this machine");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("Invalid settings storehouse.notifying: " + String.join("; ", wrong));
        }
    }

    /**
     * When a message is tried again: after {@code first}, then twice as long each time, at most {@code longest}, each
     * shortened by chance by up to a half.
     *
     * @param attempts at most
     * @param lease for how long who sends a message has it for itself; after that its process counts as dead
     */
    record Retry(
            @DefaultValue("12") int attempts,
            @DefaultValue("5s") Duration first,
            @DefaultValue("1h") Duration longest,
            @DefaultValue("2m") Duration lease) {}

    /**
     * A provider that takes JSON over HTTP.
     *
     * @param secret of the signature (HMAC-SHA256)
     * @param headers sent with each message, such as a key of the provider's
     * @param template the JSON with {@code {key}}, {@code {recipient}}, {@code {text}} and {@code {language}} within its texts
     */
    record Webhook(
            URI url,
            String secret,
            @DefaultValue Map<String, String> headers,

            @DefaultValue("{\"id\":\"{key}\",\"to\":\"{recipient}\",\"text\":\"{text}\",\"language\":\"{language}\"}")
            String template) {

        private void addWrong(List<String> wrong) {
            boolean here = url.getHost() != null && LOOPBACK.contains(url.getHost());
            if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && here)) {
                wrong.add("sms-webhook.url is " + url.getScheme() + "://…, expected https");
            }
            if (secret.isBlank()) {
                wrong.add("sms-webhook.secret is blank");
            }
        }

        @Override
        public String toString() {
            return "Webhook[" + url.getHost() + "]";
        }
    }

    /**
     * A mail server.
     *
     * @param username null for a server that asks for none
     * @param from the sender's address, with or without a name
     */
    record Smtp(
            String host,
            @DefaultValue("587") int port,
            @Nullable String username,
            @Nullable String password,
            String from,
            @DefaultValue("starttls") Security security) {
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + "]";
        }
    }

    /** How a connection is kept from others' eyes. */
    enum Security {
        /** Encrypted before anything is said, or not at all. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** Not; for a server on this machine. */
        NONE
    }
}
