package io.storehouse.shop.notifying;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the providers that the settings name. */
@Configuration(proxyBeanMethods = false)
class ProviderSetup {
    @Bean
    Providers notificationProviders(NotifyingSettings settings, Clock clock) {
        List<Provider> named = new ArrayList<>();
        if (settings.smsWebhook() != null) {
            named.add(new WebhookSms(settings.smsWebhook(), settings.providerTimeout(), clock));
        } else if (settings.smsFile() != null) {
            named.add(new FileSms(settings.smsFile(), clock));
        }
        if (settings.smtp() != null) {
            named.add(new SmtpEmail(settings.smtp(), settings.providerTimeout()));
        }
        Providers providers = new Providers(named);
        if (settings.enabled()) {
            providers.announce();
        }
        return providers;
    }
}
