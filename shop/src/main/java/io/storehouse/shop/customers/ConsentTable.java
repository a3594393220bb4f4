package io.storehouse.shop.customers;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.SurrogateKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Yes and no of customers, append-only. What holds is what was said last; at one instant a no wins. */
@Component
class ConsentTable {
    private static final String INSERT = Rows.insert(
            "customer_consent", "id", "uuid", "code", "purpose", "granted", "source", "occurred_at", "recorded_at");
    private static final String NOW = """
            with person as (
                select current, code from customer_link where current in (:codes)
                union all
                select code, code from customer where code in (:codes)
            ),
            ranked as (
                select p.current, c.uuid, c.code, c.purpose, c.granted, c.source, c.occurred_at, c.recorded_at,
                    row_number() over (
                        partition by p.current, c.purpose order by c.occurred_at desc, c.granted, c.id desc) as place
                from person p
                join customer_consent c on c.code = p.code
            )
            select * from ranked where place = 1 order by current, purpose
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final SurrogateKeys keys;

    ConsentTable(JdbcClient jdbc, Rows rows, SurrogateKeys keys) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keys = keys;
    }

    void insert(List<Consent> consents) {
        rows.write(
                INSERT,
                consents.stream()
                        .map(consent -> new @Nullable Object[] {
                            keys.next(),
                            consent.id(),
                            consent.customer(),
                            consent.purpose(),
                            consent.granted(),
                            consent.source(),
                            Rows.utc(consent.occurredAt()),
                            Rows.utc(consent.recordedAt())
                        })
                        .toList());
    }

    /** What the person said last, for each purpose that it was asked about, whatever code it had then. */
    List<Consent> now(String current) {
        return jdbc.sql(NOW)
                .param("codes", List.of(current))
                .query((row, number) -> consent(row))
                .list();
    }

    /** The purposes that each person consents to now, in order of text. */
    Map<String, List<String>> granted(Collection<String> current) {
        Map<String, List<String>> granted = new TreeMap<>();
        jdbc.sql(NOW).param("codes", current).query(row -> {
            if (row.getBoolean("granted")) {
                granted.computeIfAbsent(row.getString("current"), code -> new ArrayList<>())
                        .add(row.getString("purpose"));
            }
        });
        return granted;
    }

    /** At most that many of the person's entries that were recorded before the given one, newest first. */
    List<Consent> history(Collection<String> codes, @Nullable UUID after, int limit) {
        String before = after == null ? "" : "and id < (select id from customer_consent where uuid = :after) ";
        return jdbc.sql("""
                select uuid, code, purpose, granted, source, occurred_at, recorded_at
                from customer_consent where code in (:codes)
                """ + before + "order by id desc limit :limit")
                .param("codes", codes)
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query((row, number) -> consent(row))
                .list();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                UUID.fromString(row.getString("uuid")),
                row.getString("code"),
                row.getString("purpose"),
                row.getBoolean("granted"),
                row.getString("source"),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                false);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Rows.instant(row.getObject(column, LocalDateTime.class));
    }
}
