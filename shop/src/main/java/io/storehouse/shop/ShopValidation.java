package io.storehouse.shop;

import java.time.Clock;
import java.time.Duration;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * By which clock requests are checked. What happened has happened: a document that is dated ahead would count on a day that has not
 * come. A day is left for clocks that have the wrong zone.
 */
@Configuration(proxyBeanMethods = false)
class ShopValidation {
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    @Bean
    ValidationConfigurationCustomizer clockOfRequests(Clock clock) {
        return configuration -> configuration
                .clockProvider(() -> clock)
                .addProperty(
                        BaseHibernateValidatorConfiguration.TEMPORAL_VALIDATION_TOLERANCE,
                        Long.toString(MOST_AHEAD.toMillis()));
    }
}
