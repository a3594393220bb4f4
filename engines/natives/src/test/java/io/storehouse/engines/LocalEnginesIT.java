package io.storehouse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEnginesIT {
    @TempDir
    private Path directory;

    @Test
    void temporaryDataGoesWithTheEngines() {
        Path own;
        try (LocalEngines engines = LocalEngines.inTemporary("storehouse-engines-it")) {
            own = engines.newDirectory();
            engines.startRedis();
            assertThat(own.getParent()).isNotEmptyDirectory();
        }
        assertThat(own.getParent()).doesNotExist();
    }

    @Test
    void letsNoEngineOutliveItsJvm() throws Exception {
        Process jvm = jvm(directory.resolve("tmp"), directory.resolve("engines"));
        long redis = Long.parseLong(firstLine(jvm));
        assertThat(ProcessHandle.of(redis)).isPresent();

        jvm.destroyForcibly();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(redis).isEmpty());
    }

    @Test
    void unpacksOnceWhenManyJvmsStart() throws Exception {
        List<Process> jvms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            jvms.add(jvm(directory.resolve("tmp"), directory.resolve("engines-" + i)));
        }
        try {
            for (Process jvm : jvms) {
                assertThat(Long.parseLong(firstLine(jvm))).isPositive();
            }
            Path cache = directory.resolve("tmp").resolve("storehouse-engines-" + System.getProperty("user.name"));
            try (var found = Files.list(cache)) {
                assertThat(found.map(path -> String.valueOf(path.getFileName())))
                        .containsExactlyInAnyOrder("redis-6.2.11", "ports");
            }
        } finally {
            jvms.forEach(Process::destroy);
        }
    }

    @Test
    void neverGivesAPortTwice() throws Exception {
        try (LocalEngines engines = LocalEngines.in(directory);
                LocalEngines others = LocalEngines.in(directory)) {
            List<CompletableFuture<Integer>> ports = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync((i % 2 == 0 ? engines : others)::freePort))
                    .toList();
            assertThat(ports.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
        }
    }

    /** Starts Redis and says its process id. */
    static final class Program {
        private Program() {}

        /** Runs until killed. */
        public static void main(String[] args) throws IOException {
            LocalEngines engines = LocalEngines.in(Path.of(args[0]));
            System.out.println(engines.startRedis().process().pid());
            System.in.read();
        }
    }

    private static Process jvm(Path temporary, Path engines) throws IOException {
        Files.createDirectories(temporary);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        engines.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process jvm) throws IOException {
        return new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
