package io.storehouse.shop.transfer;

import io.storehouse.formats.LimitedStream;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class FileTransfers implements Transfers {
    private static final int ZIP_MAGIC = 'P' << 8 | 'K';
    private static final int BUFFER = 64 * 1024;

    private final TransferTable table;
    private final TransferSettings settings;
    private final Transactions transactions;
    private final Callers callers;
    private final WorkbookCopies copies;

    FileTransfers(
            TransferTable table,
            TransferSettings settings,
            Transactions transactions,
            Callers callers,
            WorkbookCopies copies) {
        this.copies = copies;
        this.callers = callers;
        this.table = table;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public <R> Transfer take(UUID id, Transfer.Mode mode, RowImport<R> rows, InputStream file) {
        DigestInputStream in = new DigestInputStream(
                new LimitedStream(file, settings.maxSize().toBytes(), most -> {
                    throw new ShopException(
                            TransferError.FILE_TOO_LARGE,
                            "Cannot take a file of more than " + most + " bytes; split it");
                }),
                sha256());
        int attempt = transactions.inOne(
                () -> table.begin(id, rows.name(), mode, callers.current().name()));
        try {
            if (attempt > 0) {
                run(new TransferRun.Target(id, attempt, mode), rows, in);
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            forget(id, attempt);
            throw new ShopException(
                    TransferError.UNREADABLE_FILE,
                    "Cannot read the file to its end: it is broken, cut off, or neither CSV nor XLSX",
                    Map.of(),
                    e);
        } catch (RuntimeException e) {
            forget(id, attempt);
            throw e;
        }
        byte[] content = in.getMessageDigest().digest();
        if (attempt == 0) {
            return replayed(id, mode, rows.name(), content);
        }
        return transactions.inOne(() -> {
            table.finish(id, attempt, content);
            return find(id);
        });
    }

    private <R> void run(TransferRun.Target target, RowImport<R> rows, InputStream in) throws IOException {
        try (RowFile file = open(in)) {
            new TransferRun<>(new TransferRun.Stations(table, transactions, settings), rows, target).run(file);
        }
    }

    /** A failure is not remembered, unless rows were taken before it. */
    private void forget(UUID id, int attempt) {
        transactions.inOne(() -> {
            table.forget(id, attempt);
            return id;
        });
    }

    private Transfer replayed(UUID id, Transfer.Mode mode, String name, byte[] content) {
        if (!table.is(id, name, mode, content)) {
            throw new ShopException(
                    TransferError.TRANSFER_CONFLICT, "Cannot transfer " + id + ": it stands for another file");
        }
        Transfer first = find(id);
        return new Transfer(
                first.id(),
                first.name(),
                first.mode(),
                first.state(),
                first.startedBy(),
                first.rows(),
                first.added(),
                first.changed(),
                first.unchanged(),
                first.refused(),
                first.startedAt(),
                first.finishedAt(),
                true);
    }

    private Transfer find(UUID id) {
        return table.find(id)
                .orElseThrow(() -> new ShopException(TransferError.TRANSFER_NOT_FOUND, "There is no transfer " + id));
    }

    private RowFile open(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == ZIP_MAGIC ? XlsxFile.open(buffered, copies.create(), settings) : new CsvFile(buffered);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
