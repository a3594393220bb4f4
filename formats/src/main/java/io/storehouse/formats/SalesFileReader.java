package io.storehouse.formats;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a sales file, plain or gzipped, into documents. One broken row is one rejected row; only a file that is not of the
 * format at all is refused.
 */
public final class SalesFileReader {
    /** Weeks by which dates may be moved either way. */
    public static final int MAX_WEEKS = 10_000;

    private static final int GZIP_MAGIC = 0x1f8b;

    private final SalesFileFormat format;
    private final int weeks;
    private final ReadLimits limits;

    /**
     * A reader of files of any size.
     *
     * @param weeks moves every date by whole weeks of local time
     */
    public SalesFileReader(SalesFileFormat format, int weeks) {
        this(format, weeks, ReadLimits.NONE);
    }

    /**
     * A reader of one format.
     *
     * @param weeks moves every date by whole weeks of local time
     * @param limits beyond which a file is refused
     */
    public SalesFileReader(SalesFileFormat format, int weeks, ReadLimits limits) {
        if (Math.abs((long) weeks) > MAX_WEEKS) {
            throw new IllegalArgumentException("Invalid shift: " + weeks + " weeks; at most " + MAX_WEEKS);
        }
        this.format = format;
        this.weeks = weeks;
        this.limits = limits;
    }

    /** Reads a file to its end; the caller closes it. */
    public SalesFile read(InputStream in) throws IOException {
        return read(in, rows -> {});
    }

    /**
     * Reads a file to its end; the caller closes it.
     *
     * @param progress told the rows read so far, every now and then
     * @throws UnreadableFileException when the file as a whole is not of the format
     */
    public SalesFile read(InputStream in, IntConsumer progress) throws IOException {
        try {
            return new Reading(new CsvRows(limits.limit(plain(in)))).run(progress);
        } catch (EOFException | ZipException e) {
            throw new UnreadableFileException(
                    "Cannot unpack the file: it is cut off or broken (" + e.getMessage() + ")");
        }
    }

    /**
     * The rows that begin on the given lines, as they stand in the file, cut as in {@link RejectedRow}; the caller closes it.
     */
    public Map<Integer, String> texts(InputStream in, Set<Integer> lineNos) throws IOException {
        CsvRows rows = new CsvRows(plain(in));
        CsvRows.Row row = rows.next();
        if (row != null) {
            rows.expectWidth(row.fields().size());
        }
        Map<Integer, String> texts = new HashMap<>();
        for (; row != null; row = rows.next()) {
            if (lineNos.contains(row.lineNo())) {
                texts.put(row.lineNo(), RejectedRow.cut(row.text()));
            }
        }
        return texts;
    }

    static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 64 * 1024) : buffered;
    }

    /** One pass over one file. */
    private final class Reading {
        private static final int PROGRESS_ROWS = 5_000;

        private final CsvRows rows;
        private final Map<Key, DocumentBuilder> documents = new LinkedHashMap<>();
        private final List<RejectedRow> rejected = new ArrayList<>();
        private final Map<UUID, List<Integer>> mixed = new HashMap<>();
        private int rowsRead;

        Reading(CsvRows rows) {
            this.rows = rows;
        }

        SalesFile run(IntConsumer progress) throws IOException {
            RowParser parser = header();
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                rowsRead++;
                limits.checkRows(rowsRead);
                accept(row, parser);
                if (rowsRead % PROGRESS_ROWS == 0) {
                    progress.accept(rowsRead);
                }
            }
            progress.accept(rowsRead);
            List<SalesDocument> built = documents.values().stream()
                    .map(document -> document.build(weeks))
                    .sorted(Comparator.comparing(
                                    (SalesDocument document) -> document.head().occurredAt())
                            .thenComparing(document -> document.lines().get(0).fileLine()))
                    .toList();
            return new SalesFile(rowsRead, built, rejected, mixed);
        }

        private RowParser header() throws IOException {
            CsvRows.Row header = rows.next();
            if (header == null) {
                throw new UnreadableFileException("Cannot read the file: it is empty");
            }
            ColumnMapping.Positions positions = format.columns().locate(header.fields());
            rows.expectWidth(positions.width());
            return new RowParser(format.columns(), positions, weeks);
        }

        private void accept(CsvRows.Row row, RowParser parser) {
            RowParser.Outcome outcome = parser.parse(row);
            if (outcome instanceof RowParser.Outcome.Broken broken) {
                rejected.add(broken.row());
                return;
            }
            SalesRow read = ((RowParser.Outcome.Read) outcome).row();
            SalesFileFormat.Verdict verdict = format.judge(read);
            if (verdict instanceof SalesFileFormat.Verdict.Rejected refusal) {
                rejected.add(parser.rejected(row, refusal.code(), refusal.reason()));
                return;
            }
            DocumentKind kind = ((SalesFileFormat.Verdict.Line) verdict).kind();
            DocumentBuilder document = documents.computeIfAbsent(
                    new Key(read.invoice(), kind), key -> new DocumentBuilder(format, kind, read));
            if (!document.fits(read)) {
                String reason = "Invoice " + read.invoice() + " names another store or customer in its first row";
                rejected.add(parser.rejected(row, RejectionCode.MIXED_INVOICE, reason));
                UUID id = DocumentId.of(format.code(), read.invoice(), kind);
                mixed.computeIfAbsent(id, key -> new ArrayList<>()).add(row.lineNo());
                return;
            }
            document.add(read);
        }
    }

    private record Key(String invoice, DocumentKind kind) {}
}
