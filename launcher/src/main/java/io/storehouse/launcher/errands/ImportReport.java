package io.storehouse.launcher.errands;

import com.fasterxml.jackson.databind.JsonNode;
import io.storehouse.launcher.terminal.Console;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of every row of the imported files. */
final class ImportReport {
    static final int REJECTIONS_SHOWN = 1_000;

    private static final int TEXT_LENGTH = 80;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<String> rejected = new ArrayList<>();
    private long read;
    private long alreadyImported;

    private record Kind(long rows, BigDecimal amount) {
        Kind plus(JsonNode count) {
            return new Kind(
                    rows + count.path("rows").asLong(),
                    amount.add(new BigDecimal(count.path("amount").asText("0"))));
        }
    }

    ImportReport() {
        for (String kind : List.of("sale", "return", "adjustment", "rejected")) {
            kinds.put(kind, new Kind(0, BigDecimal.ZERO));
        }
    }

    void add(String file, JsonNode job, List<JsonNode> rejections) {
        read += job.path("rowsRead").asLong();
        alreadyImported += job.path("alreadyImported").asLong();
        JsonNode counts = job.path("counts");
        kinds.replaceAll((kind, sum) -> sum.plus(counts.path(kind)));
        for (JsonNode row : rejections) {
            String text = row.path("text").asText();
            rejected.add("    %s line %d: %s %s%s"
                    .formatted(
                            file,
                            row.path("lineNo").asLong(),
                            row.path("code").asText(),
                            row.path("reason").asText(),
                            text.isEmpty() ? "" : "  | " + shortened(text)));
        }
        long missing = counts.path("rejected").path("rows").asLong() - rejections.size();
        if (missing > 0) {
            rejected.add("    " + file + ": " + missing + " more, GET /api/v1/imports/"
                    + job.path("id").asText() + "/rejections");
        }
    }

    void print(Console console, Duration took) {
        console.heading("Imported %,d rows in %s".formatted(read, Console.seconds(took)));
        kinds.forEach((kind, sum) ->
                console.line(String.format(Locale.ROOT, "  %-16s %,12d rows %,20.3f", kind, sum.rows(), sum.amount())));
        console.line(String.format(Locale.ROOT, "  %-16s %,12d rows", "already imported", alreadyImported));
        if (!rejected.isEmpty()) {
            console.line("  Rejected rows, which stopped nothing:");
            rejected.forEach(console::line);
        }
    }

    /** Rejected text may hold anything; a terminal must not obey it. */
    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > TEXT_LENGTH ? plain.substring(0, TEXT_LENGTH) + "…" : plain;
    }
}
