package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FileSmsTest extends ProviderContract {
    @TempDir
    private Path directory;

    private Path file;
    private Provider provider;

    @BeforeEach
    void make() {
        file = directory.resolve("new").resolve("sms.jsonl");
        provider = new FileSms(file, Clock.systemUTC());
    }

    @Test
    void letsNobodyElseRead() throws Exception {
        provider.deliver(message());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("new"))))
                .isEqualTo("rwx------");
    }

    @Test
    void narrowsAFileThatOthersCouldRead() throws Exception {
        Files.createDirectories(directory.resolve("new"));
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        provider.deliver(message());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void forgetsWhatItIsTold() throws Exception {
        Message gone = message();
        Message stays = message();
        provider.deliver(gone);
        provider.deliver(stays);
        Files.writeString(file, "{\"key\": cut\n", StandardOpenOption.APPEND);
        provider.deliver(gone);

        provider.forget(Set.of(gone.key()));

        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(Files.readString(file))
                .contains(stays.key().toString())
                .doesNotContain(gone.key().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        provider.forget(Set.of(UUID.randomUUID()));
        provider.deliver(gone);
        assertThat(Files.readAllLines(file)).hasSize(3);
        try (Stream<Path> files = Files.list(directory.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void keepsLinesApartThatAreWrittenAtOnce() {
        AtOnce.run(16, client -> {
            try {
                provider.deliver(message());
            } catch (DeliveryFailure e) {
                throw new IllegalStateException(e);
            }
            return client;
        });

        assertThat(received()).hasSize(16).extracting(Received::text).containsOnly(TEXT);
    }

    @Override
    Provider provider() {
        return provider;
    }

    @Override
    String recipient() {
        return "+8613812345678";
    }

    @Override
    List<Received> received() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .map(FileSmsTest::received)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received received(JsonNode line) {
        return new Received(
                line.path("key").asString(),
                line.path("to").asString(),
                line.path("text").asString());
    }

    @Override
    void fail() {
        try {
            Files.createDirectories(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void recover() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
