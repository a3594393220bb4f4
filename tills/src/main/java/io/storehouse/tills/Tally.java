package io.storehouse.tills;

import io.storehouse.formats.DocumentKind;
import io.storehouse.formats.SalesDocument;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what became of documents, and says so while it goes on. */
final class Tally {
    private static final long SAY_EVERY = Duration.ofSeconds(1).toNanos();
    private static final int MOST_REFUSALS_SHOWN = 20;

    private final int total;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final Map<DocumentKind, Integer> recorded = new EnumMap<>(DocumentKind.class);
    private int present;
    private int refused;
    private int done;
    private long said = start;

    Tally(int total, PrintStream out, PrintStream err, boolean terminal) {
        this.total = total;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Present is only what the shop answers as it did the first time; what it holds with other content is refused. */
    synchronized void count(SalesDocument document, ShopClient.Answer answer) {
        done++;
        if (answer.ok() && answer.replayed()) {
            present++;
        } else if (answer.ok()) {
            recorded.merge(document.kind(), 1, Integer::sum);
        } else {
            refuse(document, answer);
        }
        if (System.nanoTime() - said > SAY_EVERY) {
            said = System.nanoTime();
            say();
        }
    }

    private void refuse(SalesDocument document, ShopClient.Answer answer) {
        refused++;
        if (refused <= MOST_REFUSALS_SHOWN) {
            err.printf(
                    "Refused %s %s of %s: %s%n",
                    document.kind().code(),
                    document.head().invoice(),
                    document.head().store(),
                    answer.problem() + ": " + answer.detail());
        }
    }

    private void say() {
        String line = String.format(
                Locale.ROOT, "replay  %d/%d  %.1f/s", done, total, done * 1e9 / (System.nanoTime() - start));
        if (terminal) {
            err.print("\r\u001b[K" + line);
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** The last line; returns whether nothing was refused. */
    synchronized boolean finish() {
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
        out.printf(
                Locale.ROOT,
                "Replayed %d orders, %d returns, %d adjustments in %.1f s; %d were there before, %d refused%n",
                recorded.getOrDefault(DocumentKind.SALE, 0),
                recorded.getOrDefault(DocumentKind.RETURN, 0),
                recorded.getOrDefault(DocumentKind.ADJUSTMENT, 0),
                (System.nanoTime() - start) / 1e9,
                present,
                refused);
        return refused == 0;
    }
}
