package io.storehouse.reports.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.storehouse.reports.cli.ConfigOption;
import io.storehouse.reports.cli.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: sales of a period. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Report the sales of a period: monthly trend, products, customers, stores.")
public final class ReportCommand implements Callable<Integer> {
    private static final LocalDate OPEN_START = LocalDate.of(1, 1, 1);
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first business date, yyyy-MM-dd; default the first there is")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "last business date; default the last there is")
    private @Nullable LocalDate to;

    @Option(
            names = "--format",
            defaultValue = "html",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private Format format = Format.HTML;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; default standard output")
    private @Nullable Path out;

    /** What to write. */
    enum Format {
        HTML,
        XLSX,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws IOException {
        LocalDate first = Objects.requireNonNullElse(from, OPEN_START);
        LocalDate last = Objects.requireNonNullElse(to, OPEN_END);
        if (first.isAfter(last)) {
            throw Problem.user("Invalid period: --from " + first + " is after --to " + last);
        }
        if (format == Format.XLSX && out == null) {
            throw Problem.user("Cannot write a workbook to the terminal: add --out FILE.xlsx");
        }
        try (Warehouse warehouse = Warehouse.open(ConfigOption.load(spec), first, last)) {
            write(warehouse);
        }
        return 0;
    }

    private void write(Warehouse warehouse) throws IOException {
        switch (format) {
            case JSON ->
                text(new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(new ExpectedFigures(warehouse).read())
                        + "\n");
            case HTML -> text(Page.of(analysis(warehouse)));
            case XLSX -> {
                try (OutputStream file = Files.newOutputStream(target())) {
                    Workbook.write(analysis(warehouse), file);
                }
                say();
            }
        }
    }

    private static SalesReport analysis(Warehouse warehouse) {
        return new SalesAnalysis(warehouse).read(Clock.systemUTC().instant());
    }

    private void text(String text) throws IOException {
        if (out == null) {
            PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
            terminal.print(text);
            terminal.flush();
            return;
        }
        Files.writeString(target(), text, StandardCharsets.UTF_8);
        say();
    }

    private Path target() throws IOException {
        Path file = Objects.requireNonNull(out).toAbsolutePath();
        Path directory = file.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return file;
    }

    private void say() throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println("Report written: " + target());
    }
}
