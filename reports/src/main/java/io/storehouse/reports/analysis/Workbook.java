package io.storehouse.reports.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The report as XLSX: one sheet for the headline, one for each section; numbers are numbers, with their formats. */
final class Workbook {
    private static final String HEADER = "DDE6F2";

    private Workbook() {}

    static void write(SalesReport report, OutputStream out) throws IOException {
        try (org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "Storehouse", "0.1")) {
            headline(report, book.newWorksheet("Summary 概览"));
            for (Section section : report.sections()) {
                section(
                        section,
                        book.newWorksheet(
                                section.title().en() + " " + section.title().zh()));
            }
        }
    }

    private static void headline(SalesReport report, Worksheet sheet) {
        int row = 0;
        row = pair(sheet, row, "Period 期间", report.isEmpty() ? "—" : report.firstDay() + " – " + report.lastDay());
        row = pair(sheet, row, "Generated at 生成时间", report.generatedAt().toString());
        for (Map.Entry<String, java.time.Instant> table : report.dataAsOf().entrySet()) {
            row = pair(
                    sheet,
                    row,
                    "Data as of 数据截至: " + table.getKey(),
                    table.getValue().toString());
        }
        row++;
        header(sheet, row, List.of("Measure 指标", "Value 值", "Definition 口径"));
        for (SalesReport.Measure measure : report.measures()) {
            row++;
            sheet.value(row, 0, both(measure.title()));
            cell(sheet, row, 1, measure.value(), measure.kind());
            sheet.value(row, 2, both(measure.definition()));
        }
        sheet.width(0, 44);
        sheet.width(1, 26);
        sheet.width(2, 90);
    }

    private static int pair(Worksheet sheet, int row, String name, String value) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, value);
        return row + 1;
    }

    private static void section(Section section, Worksheet sheet) {
        sheet.value(0, 0, both(section.note()));
        header(
                sheet,
                1,
                section.columns().stream().map(column -> both(column.title())).toList());
        sheet.freezePane(1, 2);
        for (int i = 0; i < section.columns().size(); i++) {
            sheet.width(i, 22);
        }
        int number = 2;
        for (List<Object> row : section.rows()) {
            for (int i = 0; i < row.size(); i++) {
                cell(sheet, number, i, row.get(i), section.columns().get(i).kind());
            }
            number++;
        }
    }

    private static void header(Worksheet sheet, int row, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(row, i, titles.get(i));
            sheet.style(row, i).bold().fillColor(HEADER).set();
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value, Column.Kind kind) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format(format(kind, number)).set();
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    private static String format(Column.Kind kind, Number value) {
        return switch (kind) {
            case MONEY ->
                value instanceof BigDecimal money && money.stripTrailingZeros().scale() > 2 ? "#,##0.00##" : "#,##0.00";
            case RATE -> "0.00%";
            case QUANTITY -> "#,##0.###";
            case COUNT, TEXT, DATE -> "#,##0";
        };
    }

    private static String both(Label label) {
        return label.en() + " " + label.zh();
    }
}
