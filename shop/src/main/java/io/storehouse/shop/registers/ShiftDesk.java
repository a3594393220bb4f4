package io.storehouse.shop.registers;

import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens, reports and closes shifts, and moves their cash. */
@Component
class ShiftDesk {
    private final Documents documents;
    private final ShiftOpenings openings;
    private final CashMoves moves;
    private final ShiftClosings closings;
    private final ShiftTables shifts;
    private final JdbcClient jdbc;

    ShiftDesk(
            Documents documents,
            ShiftOpenings openings,
            CashMoves moves,
            ShiftClosings closings,
            ShiftTables shifts,
            JdbcClient jdbc) {
        this.documents = documents;
        this.openings = openings;
        this.moves = moves;
        this.closings = closings;
        this.shifts = shifts;
        this.jdbc = jdbc;
    }

    OpenedShift open(OpenShift command) {
        return documents.recordOnce(openings, List.of(command)).get(0);
    }

    CashMove.Recorded move(MoveCash command) {
        return documents.recordOnce(moves, List.of(command)).get(0);
    }

    ShiftClosing.Recorded close(CloseShift command) {
        return documents.recordOnce(closings, List.of(command)).get(0);
    }

    Shift shift(UUID id) {
        return shifts.require(id);
    }

    ShiftReport report(UUID shift) {
        return shifts.report(shift);
    }

    List<Shift> page(ShiftFilter filter, int limit) {
        return shifts.page(filter, limit);
    }

    /** At most that many cash moves of a shift, in their order, after the given one. */
    List<MoveView> moves(Shift shift, @Nullable UUID after, int limit) {
        return jdbc.sql(movesSql(after != null))
                .param("shift", shift.key())
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query((row, number) -> new MoveView(
                        UUID.fromString(row.getString("uuid")),
                        row.getString("kind"),
                        row.getBigDecimal("amount"),
                        row.getString("reason"),
                        row.getString("moved_by"),
                        Rows.instant(row.getObject("moved_at", LocalDateTime.class))))
                .list();
    }

    /** The statement of a page of cash moves, with or without its optional parameter {@code after}. */
    static String movesSql(boolean goesOn) {
        return """
                select uuid, kind, amount, reason, moved_by, moved_at
                from cash_move force index (cash_move_shift)
                where shift_id = :shift
                """
                + (goesOn ? "and id > (select id from cash_move where uuid = :after) " : "")
                + "order by id limit :limit";
    }

    record MoveView(UUID id, String kind, BigDecimal amount, String reason, String movedBy, Instant movedAt) {}
}
