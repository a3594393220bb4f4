package io.storehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.reports.Retail.Line;
import io.storehouse.reports.lake.TestLake;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the launcher starts it, on its own class path, which has no Hadoop. */
class ProcessIT {
    @Test
    void queriesOnItsOwnClassPath(@TempDir Path directory) throws Exception {
        String classPath = Files.readString(Path.of("target/runtime.classpath")).strip();
        assertThat(classPath).doesNotContain("hadoop-client");
        Retail retail = new Retail().sale("EIRE", "2011-08-31", "17850", Line.of("22423", "2", "2.55"));
        try (TestLake lake = TestLake.in(directory)) {
            Stations.build(lake, retail, Map.of());
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            "target/reports-0.1.0-SNAPSHOT.jar" + File.pathSeparator + classPath,
                            "io.storehouse.reports.ReportsMain",
                            "--config",
                            lake.settingsFile(Map.of()).toString(),
                            "query",
                            "select store, net from dws_trade_store_1d",
                            "--format",
                            "csv"))
                    .redirectErrorStream(true)
                    .start();

            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(out).isEqualTo("store,net\r\nEIRE,5.1000\r\n");
            assertThat(process.waitFor()).isZero();
        }
    }
}
