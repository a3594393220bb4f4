package io.storehouse.shop.access;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.stores.StoreScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StaffTable {
    private static final String COLUMNS =
            "s.username, s.display_name, s.role, s.all_stores, s.active, s.password_hash, s.pin_hash, s.session_version";

    private final JdbcClient jdbc;
    private final Rows rows;

    StaffTable(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Optional<StaffMember> find(String username) {
        return one(username, "");
    }

    /** As {@link #find}, until the transaction ends nobody else's to change. */
    Optional<StaffMember> lock(String username) {
        return one(username, "for update");
    }

    /**
     * At most that many people after the given one, by user name; of a caller of some stores those who have one of these by
     * name, each with no more of their stores than the caller's.
     */
    List<StaffMember> page(StoreScope scope, String after, int limit) {
        StoreScope.Condition own = scope.onCode("t.store");
        String working = scope.isEverywhere()
                ? "true"
                : "exists (select 1 from staff_store t where t.username = p.username and " + own.sql() + ")";
        return members(
                jdbc.sql("select " + COLUMNS + ", t.store from (select p.* from staff p where p.username > :after and "
                                + working + " order by p.username limit :limit) s"
                                + " left join staff_store t on t.username = s.username and " + own.sql()
                                + " order by s.username")
                        .params(own.parameters())
                        .param("after", after)
                        .param("limit", limit)
                        .query(StaffTable::row)
                        .list());
    }

    void insert(StaffMember member) {
        jdbc.sql("""
                insert into staff (username, display_name, role, all_stores, active, session_version)
                values (:username, :displayName, :role, :allStores, :active, 1)
                """)
                .param("username", member.username())
                .param("displayName", member.displayName())
                .param("role", member.role().code())
                .param("allStores", member.scope().isEverywhere())
                .param("active", member.active())
                .update();
        insertStores(member);
    }

    /** Changes a person who is locked; sessions end when {@link StaffMember#isAs} is no longer so. */
    void update(StaffMember before, StaffMember now) {
        jdbc.sql("""
                update staff set display_name = :displayName, role = :role, all_stores = :allStores, active = :active,
                    session_version = session_version + :ended
                where username = :username
                """)
                .param("username", now.username())
                .param("displayName", now.displayName())
                .param("role", now.role().code())
                .param("allStores", now.scope().isEverywhere())
                .param("active", now.active())
                .param("ended", now.isAs(before) ? 0 : 1)
                .update();
        jdbc.sql("delete from staff_store where username = :username")
                .param("username", now.username())
                .update();
        insertStores(now);
    }

    /** Whether there is such a person; the sessions of the old password end. */
    boolean setPassword(String username, String hash) {
        return jdbc.sql("""
                update staff set password_hash = :hash, session_version = session_version + 1 where username = :username
                """).param("hash", hash).param("username", username).update() == 1;
    }

    /** Whether there is such a person. */
    boolean setPin(String username, String hash) {
        return jdbc.sql("update staff set pin_hash = :hash where username = :username")
                        .param("hash", hash)
                        .param("username", username)
                        .update()
                == 1;
    }

    private void insertStores(StaffMember member) {
        List<@Nullable Object[]> stores = new ArrayList<>();
        member.scope().codes().forEach(store -> stores.add(new @Nullable Object[] {member.username(), store}));
        rows.write(Rows.insert("staff_store", "username", "store"), stores);
    }

    private Optional<StaffMember> one(String username, String lock) {
        return members(jdbc.sql("select " + COLUMNS
                                + ", t.store from staff s left join staff_store t on t.username = s.username"
                                + " where s.username = :username " + lock)
                        .param("username", username)
                        .query(StaffTable::row)
                        .list())
                .stream()
                .findFirst();
    }

    private static List<StaffMember> members(List<Row> joined) {
        Map<String, StaffMember> members = new LinkedHashMap<>();
        Map<String, Set<String>> stores = new LinkedHashMap<>();
        for (Row row : joined) {
            members.putIfAbsent(row.member().username(), row.member());
            Set<String> own = stores.computeIfAbsent(row.member().username(), username -> new TreeSet<>());
            if (row.store() != null) {
                own.add(row.store());
            }
        }
        return members.values().stream()
                .map(member -> in(member, stores.getOrDefault(member.username(), Set.of())))
                .toList();
    }

    private static StaffMember in(StaffMember member, Set<String> stores) {
        return new StaffMember(
                member.username(),
                member.displayName(),
                member.role(),
                member.scope().isEverywhere() ? member.scope() : StoreScope.of(stores),
                member.active(),
                member.passwordHash(),
                member.pinHash(),
                member.sessionVersion());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        StaffMember member = new StaffMember(
                row.getString("username"),
                row.getString("display_name"),
                Caller.Role.ofCode(row.getString("role")).orElseThrow(),
                row.getBoolean("all_stores") ? StoreScope.everywhere() : StoreScope.of(List.of()),
                row.getBoolean("active"),
                row.getString("password_hash"),
                row.getString("pin_hash"),
                row.getLong("session_version"));
        return new Row(member, row.getString("store"));
    }

    private record Row(StaffMember member, @Nullable String store) {}
}
