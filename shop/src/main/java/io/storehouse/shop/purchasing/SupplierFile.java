package io.storehouse.shop.purchasing;

import io.storehouse.shop.transfer.Cells;
import io.storehouse.shop.transfer.Column;
import io.storehouse.shop.transfer.Outcome;
import io.storehouse.shop.transfer.RowImport;
import io.storehouse.shop.transfer.RowProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suppliers as rows. An empty cell leaves what is kept as it is; a single hyphen takes the terms away. */
@Component
class SupplierFile implements RowImport<SupplierFile.Row> {
    private static final int LONGEST_TEXT = 255;
    private static final BigDecimal MOST_DAYS = new BigDecimal(365);

    private final SupplierTable suppliers;

    SupplierFile(SupplierTable suppliers) {
        this.suppliers = suppliers;
    }

    /** What a row says; null for what it says nothing of. */
    record Row(
            String code,
            @Nullable String name,
            @Nullable Integer leadTimeDays,
            @Nullable String terms) {}

    @Override
    public String name() {
        return "suppliers";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "供应商编码", "up to 32 letters, digits, points and hyphens", "最多32个字母、数字、点和连字符"),
                Column.optional("name", "名称", "needed for a new supplier", "新供应商必填"),
                Column.optional("lead_time_days", "交货天数", "0 to 365; 0 where a new one says nothing", "0到365"),
                Column.optional("terms", "付款条件", "terms of payment; - for none", "付款条件；-为清空"));
    }

    @Override
    public List<String> keys(Row row) {
        return List.of(row.code());
    }

    @Override
    public Row read(Cells cells) {
        return new Row(
                SupplierResource.code(cells.required("code")),
                shortText(cells, "name"),
                days(cells),
                cells.clears("terms") ? "" : shortText(cells, "terms"));
    }

    private static @Nullable String shortText(Cells cells, String column) {
        String text = cells.text(column);
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new RowProblem(column, "too-long", "At most " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static @Nullable Integer days(Cells cells) {
        BigDecimal days = cells.decimal("lead_time_days");
        if (days == null) {
            return null;
        }
        if (days.signum() < 0
                || days.compareTo(MOST_DAYS) > 0
                || days.stripTrailingZeros().scale() > 0) {
            throw new RowProblem("lead_time_days", "invalid-number", "Expected whole days, 0 to 365");
        }
        return days.intValueExact();
    }

    @Override
    public List<Outcome> apply(List<Row> rows) {
        Map<String, Supplier> known =
                suppliers.lock(rows.stream().map(Row::code).collect(Collectors.toSet()));
        TreeMap<String, Supplier> changed = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Supplier was = known.get(row.code());
            if (was == null && row.name() == null) {
                outcomes.add(Outcome.refused(new RowProblem("name", "missing-value", "A new supplier needs a name")));
                continue;
            }
            Supplier now = after(row, was == null ? new Supplier(row.code(), "", 0, "") : was);
            if (now.equals(was)) {
                outcomes.add(Outcome.UNCHANGED);
                continue;
            }
            changed.put(now.code(), now);
            outcomes.add(was == null ? Outcome.ADDED : Outcome.CHANGED);
        }
        suppliers.write(List.copyOf(changed.values()), known.keySet());
        return outcomes;
    }

    private static Supplier after(Row row, Supplier was) {
        return new Supplier(
                was.code(),
                row.name() == null ? was.name() : row.name(),
                row.leadTimeDays() == null ? was.leadTimeDays() : row.leadTimeDays(),
                row.terms() == null ? was.terms() : row.terms());
    }
}
