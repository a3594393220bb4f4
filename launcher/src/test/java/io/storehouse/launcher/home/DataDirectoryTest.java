package io.storehouse.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path parent;

    @Test
    void isForItsOwnerOnly() throws Exception {
        DataDirectory data = new DataDirectory(parent.resolve("data")).create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.at("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesADirectoryWithOtherThings() throws Exception {
        Files.writeString(parent.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> new DataDirectory(parent).create())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not empty")
                .extracting(problem -> ((Problem) problem).exitCode())
                .isEqualTo(Problem.MISSING);
        assertThatThrownBy(() -> new DataDirectory(parent).delete()).hasMessageContaining("Cannot find data");
        assertThat(parent.resolve("letter.txt")).exists();
    }

    @Test
    void deletesWhatIsOurs() throws Exception {
        DataDirectory data = new DataDirectory(parent.resolve("data")).create();
        Files.writeString(data.at("lake", "part-0"), "rows");

        data.delete();

        assertThat(data.path()).doesNotExist();
    }

    @Test
    void remembersThePortsOfTheLastStart() {
        DataDirectory data = new DataDirectory(parent.resolve("data")).create();
        assertThat(Ports.lastUsed(data).shop()).isEqualTo(8080);

        new Ports(300).remember(data);

        assertThat(Ports.lastUsed(data).shop()).isEqualTo(8380);
        assertThatThrownBy(() -> new Ports(-1)).hasMessageContaining("Invalid port offset: -1");
    }
}
