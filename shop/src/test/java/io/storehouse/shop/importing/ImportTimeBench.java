package io.storehouse.shop.importing;

import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Imports one week again and again, to compare versions of the shop; run by hand, not by the suite. */
@ShopTest
class ImportTimeBench {
    @Autowired
    private ApplicationContext context;

    @Test
    void importsAWeek() {
        ImportBench bench = new ImportBench(context);
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            bench.clean();
            long began = System.nanoTime();
            bench.runToEnd(bench.job(SampleWeek.whole()));
            millis.add((System.nanoTime() - began) / 1_000_000);
        }
        System.out.println("import of " + SampleWeek.ROWS + " rows, ms: " + millis);
    }
}
