package io.storehouse.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Times in addresses: ISO 8601, and only those that tables and sums of days can hold. */
@Configuration(proxyBeanMethods = false)
class ShopParameters implements WebMvcConfigurer {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatter(new DateText());
        registry.addFormatter(new InstantText());
    }

    private static void requireWithin(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("Invalid date: " + date + "; expected the years 1900 to 9998");
        }
    }

    private static final class DateText implements Formatter<LocalDate> {
        @Override
        public LocalDate parse(String text, Locale locale) {
            LocalDate date = LocalDate.parse(text.strip());
            requireWithin(date);
            return date;
        }

        @Override
        public String print(LocalDate date, Locale locale) {
            return date.toString();
        }
    }

    private static final class InstantText implements Formatter<Instant> {
        @Override
        public Instant parse(String text, Locale locale) {
            Instant instant = Instant.parse(text.strip());
            requireWithin(LocalDate.ofInstant(instant, ZoneOffset.UTC));
            return instant;
        }

        @Override
        public String print(Instant instant, Locale locale) {
            return instant.toString();
        }
    }
}
