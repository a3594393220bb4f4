package io.storehouse.shop.transfer;

import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ErrorCode;
import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one file.
 *
 * @param <R> a row that was read
 */
final class TransferRun<R> {
    private static final int LONGEST_REASON = 255;

    private final Stations stations;
    private final RowImport<R> rows;
    private final Target target;
    private final List<Numbered<R>> batch = new ArrayList<>();
    private final List<TransferTable.Problem> problems = new ArrayList<>();
    private long read;
    private long kept;

    TransferRun(Stations stations, RowImport<R> rows, Target target) {
        this.stations = stations;
        this.rows = rows;
        this.target = target;
    }

    /** What a run works with. */
    record Stations(TransferTable table, Transactions transactions, TransferSettings settings) {}

    /** Which transfer it is. */
    record Target(UUID id, int attempt, Transfer.Mode mode) {}

    private record Numbered<T>(int lineNo, T row) {}

    /** Takes all rows. */
    void run(RowFile file) throws IOException {
        Map<String, Integer> positions = header(file.next());
        for (RowFile.Row row = file.next(); row != null; row = file.next()) {
            read++;
            if (read > stations.settings().maxRows()) {
                throw new ShopException(
                        TransferError.FILE_TOO_LARGE,
                        "Cannot take more than " + stations.settings().maxRows() + " rows; split the file");
            }
            take(row, positions);
            if (batch.size() + problems.size() >= stations.settings().batch()) {
                flush();
            }
        }
        flush();
    }

    private Map<String, Integer> header(RowFile.@Nullable Row row) {
        if (row == null || row.problem() != null) {
            throw unreadable("Cannot read the file: its first line must name the columns");
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String column = row.cells().get(i).strip().toLowerCase(Locale.ROOT);
            if (!column.isEmpty() && positions.put(column, i) != null) {
                throw unreadable("Cannot read the file: two columns have one name");
            }
        }
        Set<String> missing = new HashSet<>(rows.required());
        missing.removeAll(positions.keySet());
        Set<String> unknown = new HashSet<>(positions.keySet());
        unknown.removeAll(rows.required());
        unknown.removeAll(rows.optional());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw unreadable("Cannot read the file: expected the columns " + rows.required() + " and at most "
                    + rows.optional() + "; " + missing.size() + " are missing, " + unknown.size() + " unknown");
        }
        return positions;
    }

    private void take(RowFile.Row row, Map<String, Integer> positions) {
        if (row.problem() != null) {
            refuse(row.lineNo(), row.problem());
            return;
        }
        try {
            batch.add(new Numbered<>(row.lineNo(), rows.read(new Cells(positions, row.cells()))));
        } catch (RowProblem e) {
            refuse(row.lineNo(), e);
        } catch (ShopException e) {
            refuse(row.lineNo(), problem(e));
        }
    }

    private void refuse(int lineNo, RowProblem problem) {
        problems.add(new TransferTable.Problem(
                lineNo,
                problem.column(),
                problem.code(),
                problem.reason()
                        .substring(0, Math.min(LONGEST_REASON, problem.reason().length()))));
    }

    private void flush() {
        List<TransferTable.Problem> unread = List.copyOf(problems);
        try {
            write(batch, unread);
        } catch (ShopException e) {
            requireRefusal(e);
            write(List.of(), unread);
            batch.forEach(this::writeAlone);
        }
        batch.clear();
        problems.clear();
    }

    private void writeAlone(Numbered<R> row) {
        try {
            write(List.of(row), List.of());
        } catch (ShopException e) {
            requireRefusal(e);
            problems.clear();
            refuse(row.lineNo(), problem(e));
            write(List.of(), problems);
        }
    }

    /** Rows and their report are one transaction. A dry run takes the rows, and then leaves only the report. */
    private void write(List<Numbered<R>> taken, List<TransferTable.Problem> unread) {
        if (taken.isEmpty() && unread.isEmpty()) {
            return;
        }
        if (target.mode() == Transfer.Mode.DRY_RUN) {
            List<Outcome> outcomes = undone(() -> apply(taken));
            inOne(() -> report(taken, outcomes, unread));
            return;
        }
        inOne(() -> report(taken, apply(taken), unread));
    }

    private List<Outcome> apply(List<Numbered<R>> taken) {
        return taken.isEmpty()
                ? List.of()
                : rows.apply(taken.stream().map(Numbered::row).toList());
    }

    private void report(List<Numbered<R>> taken, List<Outcome> outcomes, List<TransferTable.Problem> unread) {
        Map<Outcome.Kind, Long> counts = new HashMap<>();
        List<TransferTable.Problem> found = new ArrayList<>(unread);
        for (int i = 0; i < taken.size(); i++) {
            Outcome outcome = outcomes.get(i);
            counts.merge(outcome.kind(), 1L, Long::sum);
            if (outcome.kind() == Outcome.Kind.REFUSED) {
                RowProblem problem = Objects.requireNonNull(outcome.problem());
                found.add(new TransferTable.Problem(
                        taken.get(i).lineNo(), problem.column(), problem.code(), problem.reason()));
            }
        }
        stations.table()
                .count(
                        target.id(),
                        target.attempt(),
                        new TransferTable.Counts(
                                (long) taken.size() + unread.size(),
                                counts.getOrDefault(Outcome.Kind.ADDED, 0L),
                                counts.getOrDefault(Outcome.Kind.CHANGED, 0L),
                                counts.getOrDefault(Outcome.Kind.UNCHANGED, 0L),
                                found));
        long room = Math.max(0, stations.settings().maxProblems() - kept);
        List<TransferTable.Problem> kept = found.subList(0, (int) Math.min(room, found.size()));
        stations.table().keep(target.id(), kept);
        this.kept += kept.size();
    }

    private void inOne(Runnable work) {
        long before = kept;
        stations.transactions().inOne(() -> {
            kept = before;
            work.run();
            return target;
        });
    }

    private <T> T undone(Supplier<T> work) {
        try {
            return stations.transactions().inOne(() -> {
                throw new Undone(work.get());
            });
        } catch (Undone e) {
            @SuppressWarnings("unchecked")
            T result = (T) e.result;
            return result;
        }
    }

    /** A rule's refusal is the row's; a database that is away is not. */
    private static void requireRefusal(ShopException failure) {
        ErrorCode.Kind kind = failure.code().kind();
        boolean refusal = kind == ErrorCode.Kind.INVALID
                || kind == ErrorCode.Kind.CONFLICT && failure.code() != TransferError.TRANSFER_SUPERSEDED
                || kind == ErrorCode.Kind.MISSING;
        if (!refusal) {
            throw failure;
        }
    }

    private static RowProblem problem(ShopException failure) {
        return new RowProblem(null, failure.code().code(), failure.code().title());
    }

    private static ShopException unreadable(String message) {
        return new ShopException(TransferError.UNREADABLE_FILE, message);
    }

    /** Takes a transaction back, and its result out of it. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Object result;

        Undone(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }
}
