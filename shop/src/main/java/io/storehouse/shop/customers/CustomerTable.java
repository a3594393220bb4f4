package io.storehouse.shop.customers;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.problems.ShopException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CustomerTable implements Customers {
    private static final int CODE_LENGTH = 64;
    private static final String FIND = """
            select c.code, coalesce(l.current, c.code) as current, c.erased_at is not null as erased
            from customer c
            left join customer_link l on l.code = c.code
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Outbox outbox;
    private final Clock clock;
    private final Transactions transactions;

    CustomerTable(JdbcClient jdbc, Rows rows, Outbox outbox, Clock clock, Transactions transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void register(Collection<String> codes) {
        codes.forEach(CustomerTable::check);
        if (!codes.isEmpty()) {
            transactions.inOne(() -> add(codes));
        }
    }

    private int add(Collection<String> codes) {
        Set<String> added = new TreeSet<>(codes);
        added.removeAll(known(added));
        addNew(added);
        return added.size();
    }

    /** Makes codes known that were not, in the running transaction; where another made one meanwhile, all of it begins again. */
    void addNew(Set<String> added) {
        Instant now = clock.instant();
        rows.write(
                Rows.insert("customer", "code", "registered_at"),
                added.stream().map(code -> new Object[] {code, Rows.utc(now)}).toList());
        outbox.append(added.stream()
                .map(code -> CustomerEvents.changed(code, Standing.NONE, List.of(), now))
                .toList());
    }

    @Override
    public Map<String, Customer> find(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(FIND + "where c.code in (:codes)")
                .param("codes", codes)
                .query((row, number) -> customer(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Customer::code, found -> found));
    }

    @Override
    public Map<String, List<String>> codesOf(Collection<String> current) {
        Map<String, List<String>> codes = new TreeMap<>();
        current.forEach(code -> codes.put(code, new ArrayList<>(List.of(code))));
        if (!codes.isEmpty()) {
            jdbc.sql("select current, code from customer_link where current in (:codes) order by code")
                    .param("codes", codes.keySet())
                    .query(row -> {
                        Objects.requireNonNull(codes.get(row.getString(1))).add(row.getString(2));
                    });
        }
        return codes;
    }

    /**
     * Who the codes stand for, each person locked with all codes, so that nobody else merges, erases or writes personal data.
     *
     * @throws ShopException {@code customer-not-found}
     */
    Map<String, Customer> lock(Collection<String> codes) {
        Set<String> locked = Set.of();
        while (true) {
            Set<String> cluster = codes.isEmpty() ? Set.of() : cluster(codes);
            if (locked.containsAll(cluster)) {
                return find(codes);
            }
            jdbc.sql("select code from customer where code in (:codes) order by code for update")
                    .param("codes", cluster)
                    .query(String.class)
                    .list();
            locked = cluster;
        }
    }

    private Set<String> cluster(Collection<String> codes) {
        Map<String, Customer> found = find(codes);
        codes.stream().filter(code -> !found.containsKey(code)).findFirst().ifPresent(code -> {
            throw notFound(code);
        });
        return codesOf(found.values().stream().map(Customer::current).collect(Collectors.toSet())).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The person is gone; only codes without any mark get one. */
    void markErased(Collection<String> codes, Instant at) {
        jdbc.sql("update customer set erased_at = :at where code in (:codes) and erased_at is null")
                .param("at", Rows.utc(at))
                .param("codes", codes)
                .update();
    }

    /** Says that one is another now, and with it all that were that one. */
    void link(String from, String asked, String into, Instant at) {
        jdbc.sql("update customer_link set current = :into where current = :from")
                .param("into", into)
                .param("from", from)
                .update();
        rows.write(
                Rows.insert("customer_link", "code", "merged_into", "current", "merged_at"),
                List.<@Nullable Object[]>of(new @Nullable Object[] {from, asked, into, Rows.utc(at)}));
    }

    static ShopException notFound(String code) {
        return new ShopException(CustomerError.CUSTOMER_NOT_FOUND, "There is no customer " + code);
    }

    static ShopException erased(String code) {
        return new ShopException(
                CustomerError.CUSTOMER_ERASED, "Cannot change " + code + ": the person asked to be forgotten");
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(row.getString("code"), row.getString("current"), row.getBoolean("erased"));
    }

    private Set<String> known(Collection<String> codes) {
        return new HashSet<>(jdbc.sql("select code from customer where code in (:codes)")
                .param("codes", codes)
                .query(String.class)
                .list());
    }

    static void check(String code) {
        if (!Texts.isCode(CODE_LENGTH, code)) {
            throw new ShopException(CustomerError.INVALID_CUSTOMER, "Invalid customer code: '" + code + "'");
        }
    }
}
