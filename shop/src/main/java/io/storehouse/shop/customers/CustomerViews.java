package io.storehouse.shop.customers;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers as they are read back, each as its caller may see it. */
@Component
public class CustomerViews {
    private static final String COLUMNS = """
            select c.code, coalesce(l.current, c.code) as current, c.registered_at, c.erased_at,
                p.code as kept, p.name, p.phone, p.email, p.birthday
            """;
    private static final String BY_CODE = COLUMNS + """
            from customer c
            left join customer_link l on l.code = c.code
            left join customer_personal p on p.code = coalesce(l.current, c.code)
            """;
    private static final String BY_PERSON = COLUMNS + """
            from customer_personal p
            join customer c on c.code = p.code
            left join customer_link l on l.code = c.code
            """;
    /** The index and the order of tables are named: with few customers the optimizer would rather sort all of them. */
    static final String BY_NAME = COLUMNS + """
            from customer_personal p force index (customer_personal_name)
            straight_join customer c on c.code = p.code
            left join customer_link l on l.code = c.code
            where p.name_key like :prefix escape '!'
                and (p.name_key > :name or p.name_key = :name and p.code > :after)
            order by p.name_key, p.code
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Phones phones;

    CustomerViews(JdbcClient jdbc, Phones phones) {
        this.jdbc = jdbc;
        this.phones = phones;
    }

    /** The customer of that code, with the personal data of who that is now. */
    public Optional<View> one(String code, Caller caller) {
        return jdbc.sql(BY_CODE + "where c.code = :code")
                .param("code", code)
                .query((row, number) -> view(row, caller))
                .optional();
    }

    /** At most that many customers after the given one, by code. */
    List<View> page(String after, int limit, Caller caller) {
        return jdbc.sql(BY_CODE + "where c.code > :after order by c.code limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> view(row, caller))
                .list();
    }

    /** At most that many customers after the given one who are still themselves and did not ask to be forgotten, by code. */
    List<View> people(String after, int limit, Caller caller) {
        return jdbc.sql(BY_CODE + """
                where c.code > :after and l.code is null and c.erased_at is null
                order by c.code
                limit :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> view(row, caller))
                .list();
    }

    /** The customer with that phone number, in any form of it. */
    List<View> byPhone(String phone, Caller caller) {
        return jdbc.sql(BY_PERSON + "where p.phone = :phone")
                .param("phone", phones.normalise(phone))
                .query((row, number) -> view(row, caller))
                .list();
    }

    /** The customer with that e-mail address. */
    List<View> byEmail(String email, Caller caller) {
        return jdbc.sql(BY_PERSON + "where p.email_key = :email")
                .param("email", PersonalData.emailKey(email))
                .query((row, number) -> view(row, caller))
                .list();
    }

    /**
     * At most that many customers whose name begins so, by name and code.
     *
     * @param after the code of the last one seen, or empty
     */
    List<View> byName(String prefix, String after, int limit, Caller caller) {
        String key = PersonalData.nameKey(prefix);
        return jdbc.sql(BY_NAME)
                .param("prefix", key.replaceAll("[!%_]", "!$0") + "%")
                .param("name", after.isEmpty() ? "" : nameKeyOf(after))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> view(row, caller))
                .list();
    }

    private String nameKeyOf(String code) {
        return jdbc.sql("select name_key from customer_personal where code = :code and name_key is not null")
                .param("code", code)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static View view(ResultSet row, Caller caller) throws SQLException {
        return new View(
                Objects.requireNonNull(row.getString("code")),
                Objects.requireNonNull(row.getString("current")),
                instant(row, "registered_at"),
                instant(row, "erased_at"),
                row.getString("kept") == null ? null : PersonalTable.data(row).visibleTo(caller));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : Rows.instant(at);
    }

    /**
     * A customer.
     *
     * @param current who that is now
     * @param registeredAt null where it was known before that was kept
     * @param erasedAt when the person asked to be forgotten, or null
     * @param personalData null where none are kept
     */
    public record View(
            String code,
            String current,
            @Nullable Instant registeredAt,
            @Nullable Instant erasedAt,
            PersonalData.@Nullable Shown personalData) {}
}
