package io.storehouse.shop.notifying;

import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Both channels on, by fakes. */
record Fakes(FakeProvider sms, FakeProvider email) {
    void reset() {
        sms.reset();
        email.reset();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Setup {
        @Bean
        Fakes fakes() {
            return new Fakes(new FakeProvider(MessageChannel.SMS), new FakeProvider(MessageChannel.EMAIL));
        }

        @Bean
        @Primary
        Providers fakeProviders(Fakes fakes) {
            return new Providers(List.of(fakes.sms(), fakes.email()));
        }
    }
}
