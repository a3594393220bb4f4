package io.storehouse.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.process.PidFile;
import io.storehouse.launcher.process.RunningProcess;
import io.storehouse.launcher.services.TestInstallation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with a real database and a real Redis. */
class SupervisorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    private Recorder recorder;
    private Installation installation;
    private Supervisor supervisor;

    @BeforeEach
    void prepare() {
        recorder = new Recorder();
        installation = TestInstallation.in(directory.resolve("data"));
        supervisor = supervisor();
    }

    @AfterEach
    void stop() {
        supervisor.stop();
        for (String service : List.of("mariadb", "redis")) {
            assertThat(new PidFile(installation.data().path(), service).living())
                    .isEmpty();
        }
    }

    @Test
    void startsAgainWhatWasKilled() {
        start();
        for (String service : List.of("mariadb", "redis")) {
            RunningProcess before = process(service);

            before.signal("KILL");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(supervisor.board().of(service))
                            .satisfies(status -> assertThat(status.state()).isEqualTo(State.HEALTHY))
                            .satisfies(status ->
                                    assertThat(status.process()).isNotNull().isNotEqualTo(before)));
            assertThat(recorder.said()).contains(service + " killed by signal 9", service + " restarting");
        }
    }

    @Test
    void seesWithinTenSecondsThatAnEngineIsFrozen() {
        start();
        for (String service : List.of("mariadb", "redis")) {
            RunningProcess process = process(service);
            process.signal("STOP");

            await().atMost(Duration.ofSeconds(10)).until(() -> state(service) == State.UNHEALTHY);

            process.signal("CONT");
            await().atMost(PATIENCE).until(() -> state(service) == State.HEALTHY);
            assertThat(process(service)).isEqualTo(process);
        }
    }

    @Test
    void adoptsWhatAKilledLauncherHasLeft() throws Exception {
        RunningProcess database = orphan("mariadb");

        start();

        assertThat(process("mariadb")).isEqualTo(database);
        assertThat(recorder.said()).contains("mariadb adopted", "redis adopted");
    }

    @Test
    void replacesAnOrphanThatDoesNotWork() throws Exception {
        RunningProcess database = orphan("mariadb");
        database.signal("STOP");

        start();

        assertThat(process("mariadb")).isNotEqualTo(database);
        assertThat(database.isAlive()).isFalse();
        assertThat(recorder.said()).contains("redis adopted");
    }

    private void start() {
        supervisor.start();
        assertThat(supervisor.awaitReady(PATIENCE)).as("%s", recorder.said()).isTrue();
    }

    /** Starts a supervisor in a process of its own and kills it. */
    private RunningProcess orphan(String service) throws Exception {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SupervisorProcess.class.getName(),
                        installation.data().path().toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("ready");
        } finally {
            launcher.destroyForcibly().waitFor();
        }
        return new PidFile(installation.data().path(), service)
                .living()
                .orElseThrow()
                .process();
    }

    private Supervisor supervisor() {
        return new Supervisor(
                TestInstallation.databaseAndRedis(installation), installation.data(), recorder, Clock.systemUTC());
    }

    private RunningProcess process(String service) {
        return Objects.requireNonNull(supervisor.board().of(service).process());
    }

    private State state(String service) {
        return supervisor.board().of(service).state();
    }
}
