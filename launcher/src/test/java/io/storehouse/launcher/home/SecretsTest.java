package io.storehouse.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path directory;

    @Test
    void generatesThirtyTwoRandomBytesThatOnlyTheOwnerCanRead() throws Exception {
        Secrets secrets = new Secrets(directory, new SecureRandom());

        String secret = secrets.get("shop.password");

        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("shop.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void generatesOnce() {
        Secrets secrets = new Secrets(directory, new SecureRandom());

        assertThat(secrets.has(Secrets.OWNER)).isFalse();
        String first = secrets.get(Secrets.OWNER);

        assertThat(secrets.has(Secrets.OWNER)).isTrue();
        assertThat(new Secrets(directory, new SecureRandom()).get(Secrets.OWNER))
                .isEqualTo(first);
        assertThat(secrets.get(Secrets.SERVICE)).isNotEqualTo(first);
    }
}
