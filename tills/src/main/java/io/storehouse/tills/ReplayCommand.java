package io.storehouse.tills;

import io.storehouse.formats.SalesDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Replays files. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Posts the sales, returns and adjustments of files over HTTP, as tills would.",
            "Run again, it does nothing twice. Returns without receipt are sent by the service, for no till may approve them."
        })
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private TillsMain parent = new TillsMain();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Online Retail files, csv or csv.gz.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--last-day", description = "Only the latest business date of the files.")
    private boolean lastDay;

    @Option(names = "--speed", paramLabel = "N", description = "Documents a second; default ${DEFAULT-VALUE}.")
    private double speed = 20;

    @Option(names = "--fast", description = "As fast as the shop answers.")
    private boolean fast;

    @Option(names = "--shift-weeks", paramLabel = "N", description = "Move all dates by whole weeks.")
    private int shiftWeeks;

    @Option(names = "--as-recorded", description = "Keep all dates; the default.")
    private boolean asRecorded;

    @Option(names = "--tills", paramLabel = "N", description = "Tills of each store; default ${DEFAULT-VALUE}.")
    private int tills = 2;

    @Option(names = "--threads", paramLabel = "N", description = "Posts at a time; default ${DEFAULT-VALUE}.")
    private int threads = 6;

    @Override
    public Integer call() throws IOException {
        if (!(speed > 0) || tills < 1 || tills > 99 || threads < 1 || threads > 64) {
            throw new IllegalArgumentException("Invalid pace: --speed, --tills and --threads must be above 0");
        }
        if (asRecorded && shiftWeeks != 0) {
            throw new IllegalArgumentException("Invalid options: --as-recorded and --shift-weeks exclude each other");
        }
        List<SalesDocument> documents = SalesFiles.documents(SalesFiles.read(files, shiftWeeks));
        if (lastDay) {
            LocalDate last = SalesFiles.lastDay(documents)
                    .orElseThrow(() -> new IllegalArgumentException("Cannot replay: the files hold no documents"));
            documents = documents.stream()
                    .filter(document -> SalesFiles.dayOf(document).equals(last))
                    .toList();
        }
        Tally tally = new Tally(documents.size(), System.out, System.err, Boolean.getBoolean("storehouse.terminal"));
        Replay.Pace pace = new Replay.Pace(fast ? Replay.unlimited() : speed, tills, threads);
        new Replay(parent.shop(Replay.patience()), pace, tally).run(documents);
        return tally.finish() ? 0 : 1;
    }
}
