package io.storehouse.shop.exports;

import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Transactions;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One export under way. Both of its records name its id; where the second is missing, the process died or its database did. */
public final class RecordedExport {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedExport.class);
    private static final int LONGEST = 400;

    private final UUID id;
    private final String list;
    private final @Nullable String store;
    private final AuditLog log;
    private final Transactions transactions;
    private long rows;
    private boolean ended;

    RecordedExport(UUID id, String list, @Nullable String store, AuditLog log, Transactions transactions) {
        this.id = id;
        this.list = list;
        this.store = store;
        this.log = log;
        this.transactions = transactions;
    }

    void begun(SheetFormat format, Map<String, String> filters) {
        record(entry(ExportAct.EXPORT_BEGUN).with("format", format.extension()).with("filters", text(filters)));
    }

    /** So many more rows are about to leave. */
    public void gives(int more) {
        rows += more;
    }

    /** All rows have left; to be said before the file is ended, so that no whole file leaves without this record. */
    public void whole() {
        end("whole");
    }

    /** The export failed: at most the rows so far have left. Does nothing after {@link #whole}, and does not fail itself. */
    public void brokenOff() {
        if (ended) {
            return;
        }
        try {
            end("broken-off");
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Failed to record that export {} of {} broke off after {} rows", id, list, rows, e);
        }
    }

    private void end(String how) {
        record(entry(ExportAct.EXPORT_ENDED).with("rows", Long.toString(rows)).with("end", how));
        ended = true;
    }

    private AuditEntry entry(ExportAct act) {
        return AuditEntry.of(act, store, list).with("export", id.toString());
    }

    private void record(AuditEntry entry) {
        transactions.inOne(() -> {
            log.record(entry);
            return entry;
        });
    }

    /** The filters in the order of their names; they come from outside, so in few characters and no control ones. */
    private static String text(Map<String, String> filters) {
        String all = new TreeMap<>(filters)
                .entrySet().stream()
                        .map(filter -> filter.getKey() + "=" + filter.getValue())
                        .collect(Collectors.joining("&"))
                        .replaceAll("\\p{Cntrl}|\\p{Cs}", " ");
        return all.substring(0, Math.min(LONGEST, all.length()));
    }
}
