package io.storehouse.formats;

import java.io.FilterInputStream;
import java.io.IOException;
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
        return new Limited(plain, bytes);
    }

    private static final class Limited extends FilterInputStream {
        private final long most;
        private long total;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws UnreadableFileException {
            total += read;
            if (total > most) {
                throw new UnreadableFileException(
                        "Cannot import a file of more than " + most + " bytes unpacked; split it");
            }
        }
    }
}
