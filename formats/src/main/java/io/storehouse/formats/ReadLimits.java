package io.storehouse.formats;

import java.io.InputStream;

/**
 * How much of one file is read before it is refused: a small packed file may be a huge plain one.
 *
 * @param bytes unpacked
 * @param rows without the header
 */
public record ReadLimits(long bytes, int rows) {
    /** For files that their reader has chosen himself. */
    public static final ReadLimits NONE = new ReadLimits(Long.MAX_VALUE, Integer.MAX_VALUE);

    void checkRows(int read) throws UnreadableFileException {
        if (read > rows) {
            throw new UnreadableFileException("Cannot import a file of more than " + rows + " rows; split it");
        }
    }

    InputStream limit(InputStream plain) {
        return new LimitedStream(plain, bytes, most -> {
            throw new UnreadableFileException(
                    "Cannot import a file of more than " + most + " bytes unpacked; split it");
        });
    }
}
