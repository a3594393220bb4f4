package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The day of {@code web/day}: the client that the pages' build generates from docs/openapi.json drives this shop. */
@ShopTest
class GeneratedClientIT {
    private static final Path WEB = Path.of("..", "web");

    @LocalServerPort
    private int port;

    @Test
    void drivesAWholeDay() throws IOException, InterruptedException {
        assertThat(WEB.resolve("node_modules"))
                .as("the pages' libraries; get them with: ./mvnw -B package -DskipTests -pl web")
                .isDirectory();
        Path log = Files.createTempFile("storehouse-day", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        "node", "node_modules/vitest/vitest.mjs", "run", "--config", "day/vitest.config.ts")
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("STOREHOUSE_URL", "http://127.0.0.1:" + port);
        builder.environment().put("STOREHOUSE_TOKEN", RealEngines.SERVICE_TOKEN);
        builder.environment().put("NO_COLOR", "1");

        Process day = builder.start();
        try {
            assertThat(day.waitFor(3, TimeUnit.MINUTES)).as("the day ends").isTrue();
        } finally {
            day.destroyForcibly();
        }

        String said = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        assertThat(day.exitValue()).as(said).isZero();
        assertThat(said).contains("1 passed");
    }
}
