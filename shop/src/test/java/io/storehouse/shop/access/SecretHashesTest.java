package io.storehouse.shop.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class SecretHashesTest {
    private final AtomicInteger comparisons = new AtomicInteger();
    private final SecretHashes secrets = new SecretHashes(new Counting());

    @Test
    void comparesOnceWhetherOrNotThereIsAHash() {
        String hash = secrets.of("4711");

        assertThat(secrets.match("4711", hash)).isTrue();
        assertThat(comparisons).hasValue(1);
        assertThat(secrets.match("4712", hash)).isFalse();
        assertThat(comparisons).hasValue(2);
        assertThat(secrets.match("4711", null)).isFalse();
        assertThat(comparisons).hasValue(3);
        assertThat(secrets.match("x".repeat(73), hash)).isFalse();
        assertThat(comparisons).hasValue(4);
    }

    private final class Counting implements PasswordEncoder {
        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);

        @Override
        public @Nullable String encode(@Nullable CharSequence secret) {
            return bcrypt.encode(secret);
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
            comparisons.incrementAndGet();
            return bcrypt.matches(secret, hash);
        }
    }
}
