package io.storehouse.shop.audit;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.stores.StoreScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditTable implements AuditLog {
    private static final String INSERT =
            Rows.insert("audit_entry", "at", "who", "role", "store", "act", "subject", "details");
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Rows rows;
    private final CurrentActor current;
    private final JsonMapper json;
    private final Clock clock;

    AuditTable(JdbcClient jdbc, Rows rows, CurrentActor current, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(List<AuditEntry> entries) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Cannot record an act outside the transaction that it belongs to");
        }
        LocalDateTime at = Rows.utc(clock.instant());
        rows.write(INSERT, entries.stream().map(entry -> parameters(entry, at)).toList());
    }

    private @Nullable Object[] parameters(AuditEntry entry, LocalDateTime at) {
        Actor by = entry.by() == null ? current.actor() : entry.by();
        return new @Nullable Object[] {
            at,
            by.who(),
            by.role(),
            entry.store(),
            entry.act().code(),
            entry.subject(),
            json.writeValueAsString(entry.details())
        };
    }

    /** At most that many entries of the stores in the scope, after the given one. */
    List<AuditView> page(StoreScope scope, Filter filter, @Nullable Long after, int limit) {
        Query query = query(scope, filter, after);
        return jdbc.sql(query.sql() + "limit :limit")
                .params(query.parameters())
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    static Query query(StoreScope scope, Filter filter, @Nullable Long after) {
        StringBuilder sql = new StringBuilder("""
                select a.id, a.at, a.who, a.role, a.store, a.act, a.subject, a.details
                from audit_entry a
                where""");
        Map<String, Object> parameters = new LinkedHashMap<>();
        StoreScope.Condition own = scope.onCode("a.store");
        sql.append(' ').append(own.sql()).append(' ');
        parameters.putAll(own.parameters());
        and(sql, parameters, "a.act = :act ", filter.act());
        and(sql, parameters, "a.who = :who ", filter.who());
        and(sql, parameters, "a.at >= :from ", filter.from() == null ? null : Rows.utc(filter.from()));
        and(sql, parameters, "a.at < :until ", filter.until() == null ? null : Rows.utc(filter.until()));
        String last = "(select at from audit_entry where id = :after)";
        String beyond = " " + filter.sort().beyond();
        and(
                sql,
                parameters,
                "a.at" + beyond + "= " + last + " and (a.at" + beyond + " " + last + " or a.id" + beyond + " :after) ",
                after);
        String direction = " " + filter.sort().direction();
        return new Query(
                sql.append("order by a.at" + direction + ", a.id" + direction + " ")
                        .toString(),
                parameters);
    }

    private static void and(StringBuilder sql, Map<String, Object> parameters, String part, @Nullable Object value) {
        if (value == null) {
            return;
        }
        sql.append("and ").append(part);
        parameters.put(part.replaceAll("(?s).*:(\\w+).*", "$1"), value);
    }

    private AuditView view(ResultSet row, int number) throws SQLException {
        return new AuditView(
                row.getLong("id"),
                Rows.instant(row.getObject("at", LocalDateTime.class)),
                row.getString("who"),
                row.getString("role"),
                row.getString("store"),
                row.getString("act"),
                row.getString("subject"),
                json.readValue(row.getString("details"), DETAILS));
    }

    /** What is wanted; null for all. */
    record Filter(
            @Nullable String act,
            @Nullable String who,
            @Nullable Instant from,
            @Nullable Instant until,
            Sort sort) {}

    record Query(String sql, Map<String, Object> parameters) {}
}
