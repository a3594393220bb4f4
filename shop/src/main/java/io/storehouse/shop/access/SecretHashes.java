package io.storehouse.shop.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes of passwords and PINs, and their comparison in the same work whether or not there is something to compare with. */
@Component
class SecretHashes {
    /** What bcrypt reads of a text. */
    static final int MOST_BYTES = 72;

    private static final byte[] VERSION_SALT = "storehouse owner session".getBytes(StandardCharsets.UTF_8);
    private static final int VERSION_ROUNDS = 210_000;

    private final PasswordEncoder encoder;
    private final String nobody;

    SecretHashes(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobody = of(UUID.randomUUID().toString());
    }

    /**
     * A number that changes with the secret and is the same in every process. It may be kept where sessions are: it is as much work
     * to try secrets on it as on a hash.
     */
    static long versionOf(String secret) {
        try {
            PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), VERSION_SALT, VERSION_ROUNDS, Long.SIZE);
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return ByteBuffer.wrap(derived).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
        }
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
