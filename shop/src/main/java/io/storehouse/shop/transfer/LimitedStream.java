package io.storehouse.shop.transfer;

import io.storehouse.shop.problems.ShopException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a file that is longer than allowed, where it is read. */
final class LimitedStream extends FilterInputStream {
    private final long most;
    private long total;

    LimitedStream(InputStream in, long most) {
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

    private void count(int read) {
        total += read;
        if (total > most) {
            throw new ShopException(
                    TransferError.FILE_TOO_LARGE, "Cannot take a file of more than " + most + " bytes; split it");
        }
    }
}
