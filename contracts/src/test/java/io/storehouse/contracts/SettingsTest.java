package io.storehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void complainsOfEverythingMissingAtOnce(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("x.properties"), "shop.url=http://127.0.0.1:1\nredis.uri=\n");
        Settings settings = Settings.load(file);
        assertThat(settings.require(Settings.SHOP_URL)).isEqualTo("http://127.0.0.1:1");
        assertThat(settings.require(Settings.REDIS_URI)).isEmpty();
        assertThat(settings.require(Settings.KAFKA_BOOTSTRAP)).isEmpty();
        assertThatThrownBy(settings::check).hasMessage("Missing settings: redis.uri, kafka.bootstrap");
    }

    @Test
    void namesTheFileThatCannotBeRead(@TempDir Path directory) {
        Path absent = directory.resolve("absent.properties");
        assertThatThrownBy(() -> Settings.load(absent)).hasMessageContaining("Cannot read settings from " + absent);
    }
}
