package io.storehouse.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which only so many bytes can be read: what is longer is refused where it is read. */
public final class LimitedStream extends FilterInputStream {
    private final long most;
    private final Refusal refusal;
    private long total;

    /**
     * Limits a stream.
     *
     * @param most bytes that can be read
     * @param refusal throws when one more is read
     */
    public LimitedStream(InputStream in, long most, Refusal refusal) {
        super(in);
        this.most = most;
        this.refusal = refusal;
    }

    /** Throws what a stream that is too long is to its reader. */
    @FunctionalInterface
    public interface Refusal {
        /** Always throws; told how many bytes can be read. */
        void refuse(long most) throws IOException;
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

    private void count(int read) throws IOException {
        total += read;
        if (total > most) {
            refusal.refuse(most);
        }
    }
}
