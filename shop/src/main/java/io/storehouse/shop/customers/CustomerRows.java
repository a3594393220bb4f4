package io.storehouse.shop.customers;

import io.storehouse.shop.transfer.Cells;
import io.storehouse.shop.transfer.Column;
import io.storehouse.shop.transfer.Outcome;
import io.storehouse.shop.transfer.RowImport;
import io.storehouse.shop.transfer.RowProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers as rows. An empty cell leaves what is kept as it is. */
@Component
class CustomerRows implements RowImport<CustomerRows.Row> {
    static final List<String> COLUMNS = List.of("code", "name", "phone", "email", "birthday");
    /** What an export adds, which says nothing new. */
    static final List<String> EXPORTED = List.of("registered_at", "consents");

    private static final Pattern MASKED = Pattern.compile(".{1,2}\\*\\*");

    private final CustomerTable customers;
    private final PersonalTable personal;
    private final KeepPersonalData personalData;

    CustomerRows(CustomerTable customers, PersonalTable personal, KeepPersonalData personalData) {
        this.customers = customers;
        this.personal = personal;
        this.personalData = personalData;
    }

    /** A row that was read. */
    record Row(String code, PersonalData data) {}

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "客户编码", "the customer's code", "客户的编码"),
                Column.optional("name", "姓名", "full name", "姓名"),
                Column.optional("phone", "手机", "with or without country code", "可带国家代码"),
                Column.optional("email", "邮箱", "e-mail address", "电子邮箱"),
                Column.optional("birthday", "生日", "yyyy-MM-dd", "年-月-日"),
                Column.ignored("registered_at", "注册时间"),
                Column.ignored("consents", "授权"));
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Row read(Cells cells) {
        String code = cells.required("code");
        CustomerTable.check(code);
        String name = cells.text("name");
        if (name != null && MASKED.matcher(name).matches()) {
            throw new RowProblem("name", "masked", "The name is a mask, not a name");
        }
        return new Row(
                code,
                personalData.formed(new PersonalData.Entered(
                        name, cells.text("phone"), cells.text("email"), cells.date("birthday"))));
    }

    @Override
    public List<Outcome> apply(List<Row> rows) {
        Set<String> codes = rows.stream().map(Row::code).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Customer> known = customers.lock(customers.find(codes).keySet());
        Set<String> before = new TreeSet<>(known.keySet());
        Set<String> added = new TreeSet<>();
        Set<String> current = known.values().stream().map(Customer::current).collect(Collectors.toSet());
        Map<String, PersonalData> kept = new HashMap<>(personal.find(current));
        Map<String, String> owners = personal.owners(
                texts(rows, row -> row.data().phone()),
                texts(rows, row -> row.data().emailKey()));
        TreeMap<String, PersonalData> changed = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Customer person = known.getOrDefault(row.code(), new Customer(row.code(), row.code(), false));
            PersonalData old = kept.get(person.current());
            PersonalData now = old == null ? row.data() : row.data().orElse(old);
            RowProblem problem = problem(person, now, owners);
            if (problem != null) {
                outcomes.add(Outcome.refused(problem));
                continue;
            }
            boolean different = !now.equals(old) && !(old == null && now.isEmpty());
            if (different) {
                kept.put(person.current(), now);
                changed.put(person.current(), now);
                own(owners, person.current(), now);
            }
            outcomes.add(
                    !before.contains(row.code()) && added.add(row.code())
                            ? Outcome.ADDED
                            : different ? Outcome.CHANGED : Outcome.UNCHANGED);
        }
        customers.addNew(added);
        personal.write(changed);
        return outcomes;
    }

    private static @Nullable RowProblem problem(Customer person, PersonalData data, Map<String, String> owners) {
        if (person.erased()) {
            return new RowProblem("code", "customer-erased", "The customer asked to be forgotten");
        }
        if (!ownerOf(data.phone(), person, owners)) {
            return new RowProblem("phone", "phone-taken", "Another customer has this phone number");
        }
        return ownerOf(data.emailKey(), person, owners)
                ? null
                : new RowProblem("email", "email-taken", "Another customer has this e-mail address");
    }

    private static boolean ownerOf(@Nullable String value, Customer person, Map<String, String> owners) {
        String owner = value == null ? null : owners.get(value);
        return owner == null || owner.equals(person.current());
    }

    private static void own(Map<String, String> owners, String code, PersonalData data) {
        if (data.phone() != null) {
            owners.put(data.phone(), code);
        }
        String email = data.emailKey();
        if (email != null) {
            owners.put(email, code);
        }
    }

    private static Collection<String> texts(List<Row> rows, java.util.function.Function<Row, @Nullable String> text) {
        return rows.stream().map(text).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }
}
