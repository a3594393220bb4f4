package io.storehouse.shop.customers;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The only table with personal data. Those who write hold the customers' locks. */
@Component
class PersonalTable implements PersonalTrace {
    private static final String INSERT = Rows.insert(
            "customer_personal", "name", "name_key", "phone", "email", "email_key", "birthday", "changed_at", "code");
    private static final String UPDATE = """
            update customer_personal
            set name = ?, name_key = ?, phone = ?, email = ?, email_key = ?, birthday = ?, changed_at = ?
            where code = ?
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    PersonalTable(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** What is kept of those of the customers of whom something is, by code. */
    Map<String, PersonalData> find(Collection<String> codes) {
        Map<String, PersonalData> found = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql("select code, name, phone, email, birthday from customer_personal where code in (:codes)")
                    .param("codes", codes)
                    .query(row -> {
                        found.put(row.getString("code"), data(row));
                    });
        }
        return found;
    }

    /** Whose the phone numbers (as kept) and addresses (as compared) are. */
    Map<String, String> owners(Collection<String> phones, Collection<String> emailKeys) {
        Map<String, String> owners = new HashMap<>();
        if (phones.isEmpty() && emailKeys.isEmpty()) {
            return owners;
        }
        jdbc.sql("""
                select phone as taken, code from customer_personal where phone in (:phones)
                union all
                select email_key, code from customer_personal where email_key in (:emails)
                """)
                .param("phones", phones.isEmpty() ? List.of("") : phones)
                .param("emails", emailKeys.isEmpty() ? List.of("") : emailKeys)
                .query(row -> {
                    owners.put(row.getString("taken"), row.getString("code"));
                });
        return owners;
    }

    /**
     * Keeps the data in place of what was kept; none of a customer removes them.
     *
     * @throws ShopException {@code phone-taken}, {@code email-taken}
     */
    void write(SortedMap<String, PersonalData> data) {
        Set<String> known = find(data.keySet()).keySet();
        List<@Nullable Object[]> added = new ArrayList<>();
        List<@Nullable Object[]> changed = new ArrayList<>();
        Set<String> removed = new TreeSet<>();
        data.forEach((code, of) -> {
            if (of.isEmpty()) {
                removed.add(code);
                return;
            }
            (known.contains(code) ? changed : added).add(parameters(code, of));
        });
        erase(removed);
        try {
            rows.write(UPDATE, changed);
            rows.write(INSERT, added);
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    @Override
    public void erase(Collection<String> codes) {
        if (!codes.isEmpty()) {
            jdbc.sql("delete from customer_personal where code in (:codes)")
                    .param("codes", codes)
                    .update();
        }
    }

    static PersonalData data(ResultSet row) throws SQLException {
        return new PersonalData(
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                row.getObject("birthday", LocalDate.class));
    }

    static ShopException taken(CustomerError error) {
        return new ShopException(
                error, "Cannot keep the data: " + error.title().toLowerCase(java.util.Locale.ROOT) + "; merge the two");
    }

    /** The database's message repeats the data, so it goes no further. */
    private static RuntimeException taken(DuplicateKeyException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("customer_personal_phone")) {
            return taken(CustomerError.PHONE_TAKEN);
        }
        return message.contains("customer_personal_email") ? taken(CustomerError.EMAIL_TAKEN) : failure;
    }

    private @Nullable Object[] parameters(String code, PersonalData of) {
        LocalDateTime now = Rows.utc(clock.instant());
        return new @Nullable Object[] {
            of.name(),
            of.nameKey(),
            of.phone(),
            of.email(),
            of.emailKey(),
            of.birthday(),
            Objects.requireNonNull(now),
            code
        };
    }
}
