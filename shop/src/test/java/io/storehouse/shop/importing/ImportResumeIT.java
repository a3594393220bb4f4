package io.storehouse.shop.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopApplication;
import io.storehouse.shop.ShopTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A shop that is started finishes what the one before it had begun. */
@ShopTest
class ImportResumeIT {
    @Autowired
    private ApplicationContext context;

    @Test
    void finishesAtStartWhatWasBegun() {
        ImportBench bench = new ImportBench(context);
        bench.clean();
        bench.runToEnd(bench.job(SampleWeek.days("2010-12-01", "2010-12-02")));
        Map<String, String> figures = bench.figures();
        bench.clean();
        UUID job = bench.job(SampleWeek.days("2010-12-01", "2010-12-02"));
        bench.runUntil(job, ImportState.POSTING);
        bench.run(job).step();

        try (ConfigurableApplicationContext next = new SpringApplicationBuilder(ShopApplication.class)
                .initializers(
                        new RealEngines(),
                        shop -> shop.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource(
                                        "same-files", Map.of("storehouse.importing.directory", directory()))))
                .run()) {
            ImportJobs jobs = next.getBean(ImportJobs.class);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> jobs.find(job).orElseThrow().state() == ImportState.DONE);
        }

        assertThat(bench.figures()).isEqualTo(figures);
        assertThat(bench.brokenBalances()).isEmpty();
    }

    private String directory() {
        return context.getBean(ImportSettings.class).directory().toString();
    }
}
