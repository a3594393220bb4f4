package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NotifyingSettingsTest {
    @Test
    void hasDefaultsAndNoProvider() {
        NotifyingSettings settings = bind(Map.of());

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.maxAge()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.retry().attempts()).isEqualTo(12);
        assertThat(settings.deadLetters()).isEqualTo("storehouse.notifications.dead");
        Providers providers = new ProviderSetup().notificationProviders(settings, Clock.systemUTC());
        assertThat(providers.of(MessageChannel.SMS)).isEmpty();
        assertThat(providers.of(MessageChannel.EMAIL)).isEmpty();
    }

    @Test
    void makesTheProvidersThatAreNamed() {
        NotifyingSettings file = bind(Map.of("storehouse.notifying.sms-file", "sms.jsonl"));
        NotifyingSettings all = bind(Map.of(
                "storehouse.notifying.sms-file", "sms.jsonl",
                "storehouse.notifying.sms-webhook.url", "https://sms.example.com/send",
                "storehouse.notifying.sms-webhook.secret", "s",
                "storehouse.notifying.sms-webhook.headers.X-Key", "k",
                "storehouse.notifying.smtp.host", "mail.example.com",
                "storehouse.notifying.smtp.from", "Shop <shop@example.com>"));

        assertThat(provider(file, MessageChannel.SMS)).isEqualTo("file");
        assertThat(provider(all, MessageChannel.SMS)).isEqualTo("webhook");
        assertThat(provider(all, MessageChannel.EMAIL)).isEqualTo("smtp");
        NotifyingSettings.Webhook webhook = Objects.requireNonNull(all.smsWebhook());
        assertThat(webhook.headers()).containsEntry("X-Key", "k");
        assertThat(webhook.template()).contains("{recipient}");
        assertThat(Objects.requireNonNull(all.smtp()).security()).isEqualTo(NotifyingSettings.Security.STARTTLS);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> bind(Map.of(
                        "storehouse.notifying.workers", "0",
                        "storehouse.notifying.provider-timeout", "1m",
                        "storehouse.notifying.retry.attempts", "0",
                        "storehouse.notifying.retry.first", "2h",
                        "storehouse.notifying.sms-webhook.url", "http://sms.example.com/send",
                        "storehouse.notifying.sms-webhook.secret", " ",
                        "storehouse.notifying.smtp.host", "mail.example.com",
                        "storehouse.notifying.smtp.from", "shop@example.com",
                        "storehouse.notifying.smtp.security", "none")))
                .rootCause()
                .hasMessage("Invalid settings storehouse.notifying: workers is 0, expected 1 to 64;"
                        + " retry.lease is PT2M, expected at least 8 × provider-timeout;"
                        + " retry.attempts is 0, expected at least 1;"
                        + " retry.first is PT2H, expected above 0 and at most retry.longest;"
                        + " sms-webhook.url is http://…, expected https; sms-webhook.secret is blank;"
                        + " smtp.security is none, allowed only for a host on this machine");
    }

    private static String provider(NotifyingSettings settings, MessageChannel channel) {
        return new ProviderSetup()
                .notificationProviders(settings, Clock.systemUTC())
                .of(channel)
                .orElseThrow()
                .name();
    }

    private static NotifyingSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("storehouse.notifying", NotifyingSettings.class);
    }
}
