package io.storehouse.shop.access;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes of passwords and PINs, and their comparison in the same work whether or not there is something to compare with. */
@Component
class SecretHashes {
    /** What bcrypt reads of a text. */
    static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder;
    private final String nobody;

    SecretHashes(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobody = of(UUID.randomUUID().toString());
    }

    static boolean fits(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** The hash of a text that {@link #fits}. */
    String of(String secret) {
        return String.valueOf(encoder.encode(secret));
    }

    /** Whether the text is the hash's; without a hash it is not, which takes as long. */
    boolean match(String secret, @Nullable String hash) {
        boolean same = encoder.matches(fits(secret) ? secret : "", hash == null ? nobody : hash);
        return same && hash != null && fits(secret);
    }
}
