package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of transfers. */
@Component
class TransferTables {
    private static final String INSERT = Rows.insert(
            "stock_transfer",
            "id",
            "uuid",
            "reference",
            "source_id",
            "destination_id",
            "state",
            "occurred_at",
            "recorded_at",
            "business_date");
    private static final String INSERT_LINE =
            Rows.insert("stock_transfer_line", "transfer_id", "sku", "quantity", "value");
    private static final String INSERT_ARRIVAL = Rows.insert(
            "stock_arrival", "id", "uuid", "transfer_id", "last", "occurred_at", "recorded_at", "business_date");
    private static final String INSERT_ARRIVAL_LINE =
            Rows.insert("stock_arrival_line", "arrival_id", "sku", "quantity");
    private static final String SELECT = """
            select t.id, t.uuid, t.reference, f.code as source, d.code as destination, t.state, t.occurred_at,
                t.recorded_at, l.sku, l.quantity, l.value, l.received
            from stock_transfer t
            join store f on f.id = t.source_id
            join store d on d.id = t.destination_id
            join stock_transfer_line l on l.transfer_id = t.id
            """;

    private final JdbcClient jdbc;
    private final Rows rows;

    TransferTables(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(Dated<DispatchTransfer> document, int destinationId, SortedMap<String, Transfer.Line> lines) {
        DispatchTransfer command = document.command();
        rows.write(INSERT, List.<@Nullable Object[]>of(new @Nullable Object[] {
            document.key(),
            command.id(),
            command.reference(),
            document.store().id(),
            destinationId,
            Transfer.DISPATCHED,
            Rows.utc(command.occurredAt()),
            Rows.utc(document.recordedAt()),
            document.businessTime().date()
        }));
        List<@Nullable Object[]> parameters = new ArrayList<>();
        lines.forEach((sku, line) ->
                parameters.add(new @Nullable Object[] {document.key(), sku, line.quantity(), line.value()}));
        rows.write(INSERT_LINE, parameters);
    }

    void insertArrival(Dated<ReceiveTransfer> document, long transfer, SortedMap<String, BigDecimal> quantities) {
        ReceiveTransfer command = document.command();
        rows.write(INSERT_ARRIVAL, List.<@Nullable Object[]>of(new @Nullable Object[] {
            document.key(),
            command.id(),
            transfer,
            command.last(),
            Rows.utc(command.occurredAt()),
            Rows.utc(document.recordedAt()),
            document.businessTime().date()
        }));
        List<@Nullable Object[]> lines = new ArrayList<>();
        List<@Nullable Object[]> received = new ArrayList<>();
        quantities.forEach((sku, quantity) -> {
            lines.add(new @Nullable Object[] {document.key(), sku, quantity});
            received.add(new @Nullable Object[] {quantity, transfer, sku});
        });
        rows.write(INSERT_ARRIVAL_LINE, lines);
        rows.write(
                "update stock_transfer_line set received = received + ? where transfer_id = ? and sku = ?", received);
    }

    /**
     * Makes others wait who change the transfer, and says that it changes.
     *
     * @throws ShopException {@code transfer-closed} when it is not on its way
     */
    void claim(Transfer transfer) {
        change(transfer, "update stock_transfer set changes = changes + 1 where id = :id and state = 'dispatched'");
    }

    /**
     * Cancels a transfer of which nothing has arrived.
     *
     * @throws ShopException {@code transfer-closed}
     */
    void cancel(Transfer transfer) {
        change(transfer, """
                update stock_transfer
                set changes = changes + 1, state = 'cancelled'
                where id = :id and state = 'dispatched' and changes = 0
                """);
    }

    /** Says that nothing more arrives of a transfer that was claimed. */
    void finish(Transfer transfer) {
        change(transfer, "update stock_transfer set state = 'received' where id = :id and state = 'dispatched'");
    }

    private void change(Transfer transfer, String update) {
        if (jdbc.sql(update).param("id", transfer.key()).update() != 1) {
            throw new ShopException(
                    StockError.TRANSFER_CLOSED,
                    "Cannot change transfer " + transfer.id() + ": it has arrived, or was cancelled",
                    Map.of("transferId", transfer.id().toString()));
        }
    }

    Map<UUID, Transfer> find(Collection<UUID> ids) {
        return collect(jdbc.sql(SELECT + "where t.uuid in (:ids) order by t.id, l.sku")
                .param("ids", ids.stream().map(UUID::toString).toList())
                .query((row, number) -> transfer(row))
                .list());
    }

    /** At most that many. */
    List<Transfer> page(TransferFilter filter, int limit) {
        return List.copyOf(collect(jdbc.sql(filter.sql(SELECT))
                        .params(filter.parameters())
                        .param("limit", limit)
                        .query((row, number) -> transfer(row))
                        .list())
                .values());
    }

    private static Map<UUID, Transfer> collect(List<Transfer> oneALine) {
        Map<UUID, Transfer> found = new LinkedHashMap<>();
        oneALine.forEach(line -> found.merge(line.id(), line, (whole, more) -> {
            whole.lines().putAll(more.lines());
            return whole;
        }));
        return found;
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        SortedMap<String, Transfer.Line> lines = new TreeMap<>();
        lines.put(
                row.getString("sku"),
                new Transfer.Line(
                        row.getBigDecimal("quantity"), row.getBigDecimal("value"), row.getBigDecimal("received")));
        return new Transfer(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getString("reference"),
                row.getString("source"),
                row.getString("destination"),
                row.getString("state"),
                Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                Rows.instant(row.getObject("recorded_at", LocalDateTime.class)),
                lines);
    }
}
