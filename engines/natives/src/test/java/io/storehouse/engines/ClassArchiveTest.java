package io.storehouse.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path cache;

    @Test
    void usesOnlyAnArchiveThatWasWrittenToItsEnd() throws IOException {
        ClassArchive archive = new ClassArchive(cache, "program", "a.jar:b.jar");
        archive.prepare();
        Path writing = writtenAtExit(archive);

        Files.write(writing, new byte[8]);
        archive.prepare();
        assertThat(archive.options().get(0)).startsWith("-XX:ArchiveClassesAtExit=");

        Files.write(writing, new byte[] {1, 2, 3, 4});
        archive.prepare();
        assertThat(archive.options().get(0)).startsWith("-XX:SharedArchiveFile=" + cache);
    }

    @Test
    void isAnotherOneWhenAJarWasBuiltAgain() throws IOException {
        Path jar = Files.writeString(cache.resolve("a.jar"), "old");
        ClassArchive before = new ClassArchive(cache, "program", jar.toString());
        before.prepare();
        Files.write(writtenAtExit(before), new byte[] {1, 2, 3, 4});
        before.prepare();
        Files.writeString(jar, "newer");

        ClassArchive after = new ClassArchive(cache, "program", jar.toString());
        after.prepare();

        assertThat(before.options().get(0)).startsWith("-XX:SharedArchiveFile=");
        assertThat(after.options().get(0)).startsWith("-XX:ArchiveClassesAtExit=");
    }

    private static Path writtenAtExit(ClassArchive archive) {
        return Path.of(archive.options().get(0).substring("-XX:ArchiveClassesAtExit=".length()));
    }
}
