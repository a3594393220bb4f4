package io.storehouse.shop.exports;

import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Transactions;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The records of who took which list out of the shop. */
@Component
public class ExportRecords {
    /** Of a store's code. */
    private static final int LONGEST = 64;

    private final AuditLog log;
    private final Transactions transactions;

    ExportRecords(AuditLog log, Transactions transactions) {
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * Records that the caller begins to export a list, in a transaction of its own, which has ended when this returns. What cannot be
     * recorded must not leave: it fails as a write does, also where the rows come from a replica.
     *
     * @param list its path without {@code /api/v1/}, at most 64 characters
     * @param filters by name
     * @param store the one store that it is about; null for the list of a chain, or of all the caller's stores
     */
    public RecordedExport begin(String list, SheetFormat format, Map<String, String> filters, @Nullable String store) {
        String of = store != null && store.length() > LONGEST ? null : store;
        RecordedExport export = new RecordedExport(UUID.randomUUID(), list, of, log, transactions);
        export.begun(format, filters);
        return export;
    }
}
