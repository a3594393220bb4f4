package io.storehouse.shop.transfer;

import io.storehouse.formats.LimitedStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of a workbook, found by their relationships (ECMA-376, part 2). What they say of their own sizes is not believed: what
 * is unpacked is counted.
 */
final class XlsxParts implements Closeable {
    /** The end of the directory, and the longest comment behind it. */
    private static final int TAIL = 22 + 0xffff;

    private static final int MOST_DIRECTORY = 4 * 1024 * 1024;
    private static final byte[] END = {'P', 'K', 5, 6};
    private static final int DIRECTORY_SIZE = 12;

    private final ZipFile zip;
    private final long mostUnpacked;

    private XlsxParts(ZipFile zip, long mostUnpacked) {
        this.zip = zip;
        this.mostUnpacked = mostUnpacked;
    }

    static XlsxParts open(Path file, long mostUnpacked) throws IOException {
        requireShortDirectory(file);
        return new XlsxParts(new ZipFile(file.toFile()), mostUnpacked);
    }

    /** The part that another one names, as its relationship says by the end of its type, or by its id. */
    Optional<String> related(String part, String typeOrId) throws IOException {
        int folder = part.lastIndexOf('/') + 1;
        String relations = part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
        try (XlsxPart xml = open(relations)) {
            while (xml.nextElement("Relationship")) {
                String type = xml.attribute("Type");
                if (typeOrId.equals(xml.attribute("Id")) || type != null && type.endsWith("/" + typeOrId)) {
                    return Optional.of(resolved(part, String.valueOf(xml.attribute("Target"))));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Opens a part.
     *
     * @throws IOException also when it is not there
     */
    XlsxPart open(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            entry = zip.stream()
                    .filter(other -> other.getName().equalsIgnoreCase(part))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Cannot read the workbook: it has no " + part));
        }
        InputStream unpacked = new LimitedStream(zip.getInputStream(entry), mostUnpacked, most -> {
            throw XlsxFile.tooLarge();
        });
        return new XlsxPart(unpacked);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String resolved(String part, String target) throws IOException {
        try {
            return URI.create("/" + part).resolve(target).getPath().substring(1);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    /** The directory is read into memory when the file is opened. */
    private static void requireShortDirectory(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            for (int at = 0; at + DIRECTORY_SIZE + Integer.BYTES <= tail.length; at++) {
                if (Arrays.equals(tail, at, at + END.length, END, 0, END.length)) {
                    int size =
                            ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(at + DIRECTORY_SIZE);
                    if (Integer.compareUnsigned(size, MOST_DIRECTORY) > 0) {
                        throw XlsxFile.tooLarge();
                    }
                }
            }
        }
    }
}
