package io.storehouse.tills;

import io.storehouse.formats.DocumentLine;
import io.storehouse.formats.FileLines;
import io.storehouse.formats.SalesDocument;
import io.storehouse.formats.SalesFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cuts the last business date off files. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = {
            "Copies files without the documents of their last business date, which `replay --last-day` posts.",
            "Rows that are rejected stay in, so that the import accounts for them, unless they name an invoice that is cut off.",
            "Names stay the same."
        })
final class SplitCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Online Retail files, csv or csv.gz.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--before-last-day", required = true, description = "Keep all but the last business date.")
    private boolean beforeLastDay;

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "Where the copies go.")
    private Path directory = Path.of(".");

    @Override
    public Integer call() throws IOException {
        if (!beforeLastDay) {
            throw new IllegalArgumentException("Missing option: --before-last-day is the only place to cut");
        }
        Map<Path, SalesFile> read = SalesFiles.read(files, 0);
        LocalDate last = SalesFiles.lastDay(SalesFiles.documents(read))
                .orElseThrow(() -> new IllegalArgumentException("Cannot split: the files hold no documents"));
        Files.createDirectories(directory);
        int rows = 0;
        for (Map.Entry<Path, SalesFile> file : read.entrySet()) {
            rows += copyWithout(last, file.getKey(), file.getValue());
        }
        System.out.printf(Locale.ROOT, "Kept all but %s: %d rows are left to replay%n", last, rows);
        return 0;
    }

    private int copyWithout(LocalDate last, Path source, SalesFile file) throws IOException {
        List<SalesDocument> cut = file.documents().stream()
                .filter(document -> SalesFiles.dayOf(document).equals(last))
                .toList();
        Set<Integer> without = cut.stream()
                .flatMap(document -> document.lines().stream())
                .map(DocumentLine::fileLine)
                .collect(Collectors.toSet());
        int rows = without.size();
        // left alone, such a row would be the first of its invoice, and a document of its own
        cut.forEach(document ->
                without.addAll(file.mixed().getOrDefault(document.head().id(), List.of())));
        Path target = directory.resolve(source.getFileName());
        if (Files.exists(target) && Files.isSameFile(source, target)) {
            throw new IllegalArgumentException("Cannot write " + target + ": it is the file that is read");
        }
        if (without.isEmpty()) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
        boolean zipped = source.toString().endsWith(".gz");
        try (InputStream in = Files.newInputStream(source);
                InputStream again = Files.newInputStream(source);
                OutputStream file0 = Files.newOutputStream(target);
                OutputStream out = zipped ? new GZIPOutputStream(file0) : file0) {
            FileLines.copyWithout(in, again, without, out);
        }
        return rows;
    }
}
