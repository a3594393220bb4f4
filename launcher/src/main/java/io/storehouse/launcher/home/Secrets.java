package io.storehouse.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and tokens of one installation: generated once, each in a file that only the owner can read. */
public final class Secrets {
    /** The person's password for the pages. */
    public static final String OWNER = "owner.password";
    /** The command line's token for the shop. */
    public static final String SERVICE = "service.token";

    private static final int BYTES = 32;

    private final Path directory;
    private final SecureRandom random;

    /** The secrets in a directory, new ones from that source. */
    public Secrets(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /** The secret of that file name, generated when there is none. */
    public String get(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            OwnerOnly.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Whether it was generated before. */
    public boolean has(String name) {
        return Files.exists(file(name));
    }

    /** Where a secret lies. */
    public Path file(String name) {
        return directory.resolve(name);
    }
}
