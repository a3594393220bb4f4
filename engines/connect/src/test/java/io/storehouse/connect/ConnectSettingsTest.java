package io.storehouse.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectSettingsTest {
    @TempDir
    private Path directory;

    @Test
    void namesEverythingThatIsMissing() throws IOException {
        assertThatThrownBy(() -> ConnectSettings.load(file("cdc.host=db\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Missing settings: kafka.bootstrap, cdc.port, cdc.password, connect.rest-port");
    }

    @Test
    void refusesAPortThatIsNoNumber() throws IOException {
        assertThatThrownBy(() -> ConnectSettings.load(complete("cdc.port=x\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid cdc.port: 'x'; expected a whole number");
    }

    @Test
    void keepsThePasswordOutOfTheConnectorsConfiguration() throws IOException {
        Path file = complete("cdc.port=3306\n");

        assertThat(OutboxConnector.connector(ConnectSettings.load(file)))
                .containsEntry("database.password", "${file:" + file + ":cdc.password}")
                .doesNotContainValue("secret");
    }

    private Path complete(String more) throws IOException {
        return file("kafka.bootstrap=k:1\ncdc.password=secret\nconnect.rest-port=2\n" + more);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("connect.properties"), text);
    }
}
