package io.storehouse.shop.transfer;

import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** The rows of the first sheet of an XLSX file. Its directory is at its end, so it lies on disk while it is read. */
final class XlsxFile implements RowFile {
    private final Path copy;
    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

    private XlsxFile(Path copy, ReadableWorkbook workbook) throws IOException {
        this.copy = copy;
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    /** Opens a file; nothing of it stays on disk when it is closed, or cannot be opened. */
    static XlsxFile open(InputStream in, TransferSettings settings) throws IOException {
        Path copy = Files.createTempFile("storehouse-transfer", ".xlsx");
        try {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            checkSizes(copy, settings);
            return new XlsxFile(copy, new ReadableWorkbook(copy.toFile()));
        } catch (ExcelReaderException e) {
            Files.deleteIfExists(copy);
            throw new IOException(e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** A small packed file may be a huge plain one. */
    private static void checkSizes(Path copy, TransferSettings settings) throws IOException {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            long total = 0;
            for (ZipEntry entry : zip.stream().toList()) {
                total += Math.max(0, entry.getSize());
                if (total > settings.maxUnpacked().toBytes()
                        || entry.getName().endsWith("sharedStrings.xml")
                                && entry.getSize() > settings.maxTexts().toBytes()) {
                    throw new ShopException(
                            TransferError.FILE_TOO_LARGE,
                            "Cannot read the workbook: its parts are too large; send CSV");
                }
            }
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                List<String> cells = new ArrayList<>(row.getCellCount());
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(text(row.getCell(i)));
                }
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    return new Row(row.getRowNum(), cells, null);
                }
            }
            return null;
        } catch (ExcelReaderException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<org.dhatim.fastexcel.reader.Row> closed = stream;
                ReadableWorkbook also = workbook) {
            // both are closed
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : String.valueOf(cell.getText());
    }
}
