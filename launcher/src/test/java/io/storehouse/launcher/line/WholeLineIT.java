package io.storehouse.launcher.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line by its own command, on one week of the sample, while each process is killed once with work in flight. */
class WholeLineIT {
    private static final List<String> KILLED_IN_REPLAY =
            List.of("flink", "connect", "kafka", "mariadb", "shop", "redis");

    @TempDir
    Path work;

    private StorehouseCommand storehouse;
    private SampleWeek week;

    @BeforeEach
    void cutTheWeek() throws IOException {
        storehouse = new StorehouseCommand(work);
        week = SampleWeek.cutFrom(storehouse.home().resolve("samples/online-retail/2010-12.csv.gz"), work);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        storehouse.run("down").successful();
    }

    @Test
    void theNumbersAreTheSameWhateverIsKilled() throws IOException, InterruptedException {
        storehouse.run("up", "--detach").successful();
        importWhileTheLauncherDies();
        replayWhileEachServiceDies();

        storehouse.run("warehouse", "run").successful();
        JsonNode verdict = storehouse.run("reconcile", "--json").successful().json();
        assertThat(verdict.path("differences")).isEmpty();
        assertThat(verdict.path("exact").asBoolean()).isTrue();
        assertThat(verdict.path("compared").asInt()).isPositive();
        assertReportIsTheFile();
        importAgainAddsNothing();
    }

    private void importWhileTheLauncherDies() throws IOException, InterruptedException {
        StorehouseCommand.Running importing =
                storehouse.start("import", "--no-wait", week.history().toString());
        await("the import has begun")
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        importing.hasSaidSomething() || !importing.process().isAlive());
        storehouse.kill("launcher");
        storehouse.run("up", "--detach").successful();
        if (importing.await().exitCode() != 0) {
            storehouse.run("import", "--no-wait", week.history().toString()).successful();
        }
    }

    private void replayWhileEachServiceDies() throws IOException, InterruptedException {
        StorehouseCommand.Running replaying =
                storehouse.start("replay", "--speed", "0.6", week.lastDay().toString());
        for (String service : KILLED_IN_REPLAY) {
            long before = storehouse.service(service).path("pid").asLong();
            replaying.requireAtWork();
            storehouse.kill(service);
            await(service + " comes back")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> isUpAgain(service, before));
        }
        if (replaying.await().exitCode() != 0) {
            storehouse
                    .run("replay", "--speed", "1000", week.lastDay().toString())
                    .successful();
        }
    }

    private boolean isUpAgain(String name, long before) throws IOException, InterruptedException {
        JsonNode service = storehouse.service(name);
        return service.path("pid").asLong() != before
                && service.path("state").asText().equals("healthy");
    }

    private void assertReportIsTheFile() throws IOException, InterruptedException {
        JsonNode report =
                storehouse.run("report", "--format", "json").successful().json();
        for (String kind : List.of("sale", "return", "adjustment")) {
            JsonNode total = report.path("total").path(kind);
            assertThat(total.path("rows").asInt()).as(kind).isEqualTo(week.rows(kind));
            assertThat(new BigDecimal(total.path("amount").asText())).as(kind).isEqualByComparingTo(week.amount(kind));
        }
        assertThat(report.path("orders").path("sale").asInt()).isEqualTo(week.documents("sale"));
        assertThat(report.path("orders").path("return").asInt()).isEqualTo(week.documents("return"));
    }

    private void importAgainAddsNothing() throws IOException, InterruptedException {
        storehouse
                .run(
                        "import",
                        "--no-wait",
                        week.lastDay().toString(),
                        week.history().toString())
                .successful();
        storehouse.run("warehouse", "run").successful();
        assertReportIsTheFile();
        assertThat(storehouse
                        .run("reconcile", "--json")
                        .successful()
                        .json()
                        .path("exact")
                        .asBoolean())
                .isTrue();
    }
}
