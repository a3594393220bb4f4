package io.storehouse.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void hasAnotherRecipeWhenItWouldStartSomethingElse() {
        assertThat(command("java", "-Dport=1").recipe())
                .isEqualTo(command("java", "-Dport=1").recipe())
                .isNotEqualTo(command("java", "-Dport=2").recipe());
    }

    @Test
    void hasTheSameRecipeWithAnyClassArchive() {
        assertThat(command("java", "-XX:ArchiveClassesAtExit=/tmp/a", "Main").recipe())
                .isEqualTo(command("java", "-XX:SharedArchiveFile=/tmp/b", "-Xshare:auto", "Main")
                        .recipe());
        assertThat(command("java", "-XX:ArchiveClassesAtExit=/tmp/a").archiveAtExit())
                .contains(Path.of("/tmp/a"));
    }

    private static Command command(String... arguments) {
        return new Command(List.of(arguments), Map.of("TZ", "UTC"), Path.of("/tmp"), List.of());
    }
}
