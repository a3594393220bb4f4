package io.storehouse.launcher.errands;

import com.fasterxml.jackson.databind.JsonNode;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.terminal.Console;
import io.storehouse.launcher.terminal.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Sends files to the shop one after the other, and says what became of every row. */
public final class Import {
    private static final long LOOK_EVERY = Duration.ofMillis(250).toNanos();

    private final ShopClient shop;
    private final Console console;

    /** Imports into that shop. */
    public Import(ShopClient shop, Console console) {
        this.shop = shop;
        this.console = console;
    }

    /**
     * Imports the files.
     *
     * @param shiftWeeks by how many whole weeks dates are moved
     * @throws Problem when a file cannot be read, or the shop fails on it
     */
    public void run(List<Path> files, int shiftWeeks) {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw Problem.missing("Cannot read " + file, "check its name; nothing was imported");
            }
        }
        ImportReport report = new ImportReport();
        long from = System.nanoTime();
        try (Progress progress = new Progress(console, "import")) {
            for (int number = 0; number < files.size(); number++) {
                one(files.get(number), shiftWeeks, (number + 1) + "/" + files.size(), progress, report);
            }
        }
        report.print(console, Duration.ofNanos(System.nanoTime() - from));
    }

    private void one(Path file, int shiftWeeks, String number, Progress progress, ImportReport report) {
        String name = String.valueOf(file.getFileName());
        long from = System.nanoTime();
        JsonNode job = shop.postImport(file, shiftWeeks);
        String id = job.path("id").asText();
        while (!ended(job)) {
            long read = job.path("rowsTotal").asLong(job.path("rowsRead").asLong());
            progress.update(job.path("rowsPosted").asLong(), read, number + "  " + name);
            LockSupport.parkNanos(LOOK_EVERY);
            job = shop.get("/imports/" + id);
        }
        progress.close();
        if (job.path("state").asText().equals("FAILED")) {
            throw Problem.failed(
                    "Failed to import " + file + ": " + job.path("message").asText("without a reason"),
                    "./storehouse logs shop",
                    "run the same import again: what is posted is not posted twice");
        }
        console.tick(
                name,
                Duration.ofNanos(System.nanoTime() - from),
                job.path("rowsRead").asLong() + " rows");
        report.add(name, job, rejections(id, job));
    }

    private List<JsonNode> rejections(String id, JsonNode job) {
        long expected = job.path("counts").path("rejected").path("rows").asLong();
        return expected == 0 ? List.of() : new Rejections(shop).first(id, ImportReport.REJECTIONS_SHOWN);
    }

    private static boolean ended(JsonNode job) {
        String state = job.path("state").asText();
        return state.equals("DONE") || state.equals("FAILED");
    }
}
