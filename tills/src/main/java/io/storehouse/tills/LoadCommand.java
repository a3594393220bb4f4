package io.storehouse.tills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures how long orders take, by an open loop. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Places orders at times fixed in advance and measures from those times, so that a slow shop cannot slow the load",
            "and hide its delay. With --sse, also from the shop's commit to the live page's event. It sells in a store of",
            "its own, named LOAD, on today's business date: not for a shop whose figures matter."
        })
final class LoadCommand implements Callable<Integer> {
    @ParentCommand
    private TillsMain parent = new TillsMain();

    @Option(names = "--rate", paramLabel = "N", description = "Orders a second; default ${DEFAULT-VALUE}.")
    private int rate = 50;

    @Option(names = "--seconds", paramLabel = "N", description = "For how long; default ${DEFAULT-VALUE}.")
    private int seconds = 120;

    @Option(names = "--lines", paramLabel = "N", description = "Lines of an order; default ${DEFAULT-VALUE}.")
    private int lines = 3;

    @Option(names = "--threads", paramLabel = "N", description = "Posts at a time; default ${DEFAULT-VALUE}.")
    private int threads = 16;

    @Option(names = "--sse", description = "Listen to the live page's events.")
    private boolean sse;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (rate < 1 || rate > 10_000 || seconds < 1 || lines < 1 || lines > 100 || threads < 1 || threads > 256) {
            throw new IllegalArgumentException(
                    "Invalid load: --rate, --seconds, --lines and --threads must be above 0");
        }
        ShopClient shop = parent.shop(Duration.ofSeconds(30));
        LoadStore store = new LoadStore(shop, lines, rate * seconds);
        String token = store.open();
        @Nullable LiveOrders live = sse ? LiveOrders.listen(shop, LoadStore.CODE) : null;
        try {
            List<LoadRun.Sample> samples = new LoadRun(shop, store, token, threads).run(rate, rate * seconds);
            List<Latencies.Named> figures = Latencies.of(samples, live);
            print(samples, figures);
            boolean failed = samples.stream().anyMatch(sample -> !sample.ok());
            return failed || figures.stream().anyMatch(figure -> figure.missing() > 0) ? 1 : 0;
        } finally {
            if (live != null) {
                live.close();
            }
        }
    }

    private void print(List<LoadRun.Sample> samples, List<Latencies.Named> figures) {
        long failed = samples.stream().filter(sample -> !sample.ok()).count();
        if (!json) {
            System.out.printf(Locale.ROOT, "%d orders at %d/s, %d failed%n", samples.size(), rate, failed);
            figures.forEach(figure -> System.out.println(figure.text()));
            return;
        }
        ObjectNode result = ShopClient.JSON.createObjectNode();
        result.put("orders", samples.size()).put("rate", rate).put("failed", failed);
        figures.forEach(figure -> result.set(figure.name(), figure.json()));
        System.out.println(result.toPrettyString());
    }
}
