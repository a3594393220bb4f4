package io.storehouse.shop.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskObjectsTest extends ObjectStoreContract {
    @TempDir
    private Path directory;

    @Override
    ObjectStore store() {
        return new DiskObjects(directory);
    }

    @Test
    void saysThatTheDiskCannotBeUsed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new DiskObjects(file).put(name(), bytes(1)))
                .isInstanceOfSatisfying(
                        ShopException.class, e -> assertThat(e.code()).isEqualTo(MediaError.PICTURES_UNAVAILABLE))
                .hasMessageEndingWith(
                        "see that storehouse.media.directory is a folder with space that the shop may write");
    }
}
