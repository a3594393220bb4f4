package io.storehouse.shop.transfer;

import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ErrorCode;
import io.storehouse.shop.problems.Problems;
import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * One pass over one file.
 *
 * @param <R> a row that was read
 */
final class TransferRun<R> {
    private static final int LONGEST_TEXT = 255;
    /** Characters of a batch after which it is taken, whatever its rows. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Stations stations;
    private final RowImport<R> rows;
    private final Target target;
    private final SeenKeys keys = new SeenKeys();
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

    private record Numbered<T>(int lineNo, Cells cells, T row) {}

    /**
     * Rows that are taken together.
     *
     * @param problems of those that could not be read
     */
    private record Batch<T>(List<Numbered<T>> taken, List<TransferTable.Problem> problems) {
        int size() {
            return taken.size() + problems.size();
        }
    }

    /** Takes all rows. While a batch is being written, the next one is read by a thread of its own. */
    void run(RowFile file) throws IOException {
        NamedColumns columns = new NamedColumns(Header.positions(file.next(), rows));
        try (Ahead<Batch<R>> ahead = new Ahead<>(() -> read(file, columns))) {
            for (Batch<R> batch = ahead.next(); batch != null; batch = ahead.next()) {
                write(List.of(), batch.problems());
                writeHalves(batch.taken());
            }
        }
    }

    /** The next rows, or null at the end. */
    private @Nullable Batch<R> read(RowFile file, NamedColumns columns) throws IOException {
        Batch<R> batch = new Batch<>(new ArrayList<>(), new ArrayList<>());
        long characters = 0;
        while (batch.size() < stations.settings().batch() && characters < MOST_CHARACTERS) {
            RowFile.Row row = file.next();
            if (row == null) {
                break;
            }
            if (isHelp(row)) {
                continue;
            }
            read++;
            if (read > stations.settings().maxRows()) {
                throw new ShopException(
                        TransferError.FILE_TOO_LARGE,
                        "Cannot take more than " + stations.settings().maxRows() + " rows; split the file");
            }
            Cells cells = columns.cells(row.cells());
            characters += cells.length();
            read(row, cells, batch);
        }
        return batch.size() == 0 ? null : batch;
    }

    /** The line below the names in a template. */
    private boolean isHelp(RowFile.Row row) {
        return read == 0
                && !row.cells().isEmpty()
                && row.cells().get(0).startsWith(Template.HELP)
                && row.problem() == null;
    }

    private void read(RowFile.Row row, Cells cells, Batch<R> into) {
        if (row.problem() != null) {
            into.problems().add(noted(row.lineNo(), cells, row.problem()));
            return;
        }
        try {
            R found = rows.read(cells);
            for (String key : rows.keys(found)) {
                if (!keys.add(key)) {
                    throw new RowProblem(null, "duplicate-row", "Another row of the file is about the same");
                }
            }
            into.taken().add(new Numbered<>(row.lineNo(), cells, found));
        } catch (RowProblem e) {
            into.problems().add(noted(row.lineNo(), cells, e));
        } catch (ShopException e) {
            if (e.code() == TransferError.FILE_TOO_LARGE) {
                throw e;
            }
            into.problems().add(noted(row.lineNo(), cells, problem(e)));
        }
    }

    private TransferTable.Problem noted(int lineNo, Cells cells, RowProblem problem) {
        String value = rows.isPersonal() || problem.column() == null ? "" : cells.raw(problem.column());
        return new TransferTable.Problem(
                lineNo, problem.column(), problem.code(), shortened(problem.reason()), shortened(value));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    /** Where rows cannot be taken together, each half is tried, so that the one at fault is found in a few steps. */
    private void writeHalves(List<Numbered<R>> taken) {
        try {
            write(taken, List.of());
        } catch (ShopException e) {
            requireRefusal(e);
            halve(taken, problem(e));
        } catch (DataAccessException e) {
            if (!Problems.isUnfitValue(e)) {
                throw e;
            }
            halve(taken, new RowProblem(null, CommonError.DOES_NOT_FIT.code(), CommonError.DOES_NOT_FIT.title()));
        }
    }

    private void halve(List<Numbered<R>> taken, RowProblem problem) {
        if (taken.size() == 1) {
            Numbered<R> row = taken.get(0);
            write(List.of(), List.of(noted(row.lineNo(), row.cells(), problem)));
            return;
        }
        int half = taken.size() / 2;
        writeHalves(taken.subList(0, half));
        writeHalves(taken.subList(half, taken.size()));
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
                found.add(noted(taken.get(i).lineNo(), taken.get(i).cells(), problem));
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
                || kind == ErrorCode.Kind.CONFLICT
                        && failure.code() != TransferError.TRANSFER_SUPERSEDED
                        && failure.code() != TransferError.TRANSFER_CANCELLED
                || kind == ErrorCode.Kind.MISSING;
        if (!refusal) {
            throw failure;
        }
    }

    private static RowProblem problem(ShopException failure) {
        return new RowProblem(null, failure.code().code(), failure.code().title());
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
