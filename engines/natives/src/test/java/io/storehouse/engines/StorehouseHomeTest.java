package io.storehouse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorehouseHomeTest {
    @TempDir
    private Path directory;

    @Test
    void isTheDirectoryAboveThatHasTheWrapper() {
        assertThat(StorehouseHome.find().resolve(".mvn")).isDirectory();
    }

    @Test
    void saysHowToBuildWhatIsNotBuilt() {
        assertThatThrownBy(() -> StorehouseHome.classPath(directory, "engines/kafka"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("build it with: ./mvnw -B package -DskipTests -pl engines/kafka");
    }
}
