package io.storehouse.shop.flashsale;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.stores.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FlashSaleTable {
    static final String SELECT = """
            select f.id, f.uuid, f.name, s.code as store, f.sku, f.price, f.quota, f.remaining, f.starts_at, f.ends_at,
                f.pay_seconds, f.state, f.version, f.hold_id
            from flash_sale f
            join store s on s.id = f.store_id
            """;
    private static final String INSERT = Rows.insert(
            "flash_sale",
            "id",
            "uuid",
            "name",
            "store_id",
            "sku",
            "price",
            "quota",
            "remaining",
            "starts_at",
            "ends_at",
            "pay_seconds",
            "state",
            "version",
            "hold_id");
    private static final String CHANGE = """
            update flash_sale
            set name = ?, price = ?, quota = ?, remaining = ?, starts_at = ?, ends_at = ?, pay_seconds = ?, version = ?,
                hold_id = ?
            where id = ? and state = 'open' and version = ?
            """;
    private static final String TAKE =
            "update flash_sale set remaining = remaining - ? where id = ? and state = 'open' and remaining >= ?";
    private static final String GIVE_BACK = """
            update flash_sale set remaining = remaining + ?
            where id = ? and state = 'open' and remaining + ? <= quota
            """;
    private static final String CLOSE =
            "update flash_sale set state = ?, version = version + 1 where id = ? and state = 'open'";

    private final JdbcClient jdbc;
    private final Rows rows;

    FlashSaleTable(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(FlashSale sale, Store store) {
        rows.write(INSERT, List.<Object[]>of(new Object[] {
            sale.key(),
            sale.id(),
            sale.name(),
            store.id(),
            sale.sku(),
            sale.price(),
            sale.quota(),
            sale.remaining(),
            Rows.utc(sale.from()),
            Rows.utc(sale.until()),
            sale.payWithin().toSeconds(),
            sale.state(),
            sale.version(),
            sale.hold()
        }));
    }

    /** Writes a definition over the version before it; false when that is not there. */
    boolean change(FlashSale sale) {
        return rows.write(CHANGE, List.<Object[]>of(new Object[] {
                    sale.name(),
                    sale.price(),
                    sale.quota(),
                    sale.remaining(),
                    Rows.utc(sale.from()),
                    Rows.utc(sale.until()),
                    sale.payWithin().toSeconds(),
                    sale.version(),
                    sale.hold(),
                    sale.key(),
                    sale.version() - 1
                }))[0]
                == 1;
    }

    /** Takes units of open sales, in their order; false when one has less. */
    boolean take(SortedMap<Long, Integer> units) {
        int[] counts = rows.write(
                TAKE,
                units.entrySet().stream()
                        .map(entry -> new Object[] {entry.getValue(), entry.getKey(), entry.getValue()})
                        .toList());
        for (int count : counts) {
            if (count != 1) {
                return false;
            }
        }
        return true;
    }

    /** False when the sale is not open, or would have more than its quota. */
    boolean giveBack(long sale, int units) {
        return rows.write(GIVE_BACK, List.<Object[]>of(new Object[] {units, sale, units}))[0] == 1;
    }

    /** False when it is closed. */
    boolean close(long sale, String state) {
        return rows.write(CLOSE, List.<Object[]>of(new Object[] {state, sale}))[0] == 1;
    }

    Optional<FlashSale> find(UUID id) {
        return jdbc.sql(SELECT + "where f.uuid = :id")
                .param("id", id.toString())
                .query(FlashSaleTable::sale)
                .optional();
    }

    /** The known ones of the sales, by id, locked until the transaction ends: claims of a sale are settled one after another. */
    Map<UUID, FlashSale> lock(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        List<String> sorted = ids.stream().map(UUID::toString).sorted().toList();
        jdbc.sql("select id from flash_sale where uuid in (:ids) order by id for update")
                .param("ids", sorted)
                .query(Long.class)
                .list();
        return jdbc
                .sql(SELECT + "where f.uuid in (:ids)")
                .param("ids", sorted)
                .query(FlashSaleTable::sale)
                .list()
                .stream()
                .collect(Collectors.toMap(FlashSale::id, Function.identity()));
    }

    /** All that are open. */
    List<FlashSale> open() {
        return jdbc.sql(SELECT + "where f.state = 'open' order by f.id")
                .query(FlashSaleTable::sale)
                .list();
    }

    /** At most that many. */
    List<FlashSale> page(SaleFilter filter, int limit) {
        return jdbc.sql(filter.sql(SELECT))
                .params(filter.parameters())
                .param("limit", limit)
                .query(FlashSaleTable::sale)
                .list();
    }

    private static FlashSale sale(ResultSet row, int number) throws SQLException {
        return new FlashSale(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getString("name"),
                row.getString("store"),
                row.getString("sku"),
                row.getBigDecimal("price"),
                row.getInt("quota"),
                row.getInt("remaining"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                Duration.ofSeconds(row.getLong("pay_seconds")),
                row.getString("state"),
                row.getInt("version"),
                UUID.fromString(row.getString("hold_id")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Rows.instant(row.getObject(column, LocalDateTime.class));
    }
}
