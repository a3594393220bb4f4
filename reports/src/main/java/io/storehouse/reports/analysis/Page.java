package io.storehouse.reports.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as one HTML file that needs no network: figures, charts and their program are inside. */
final class Page {
    private Page() {}

    static String of(SalesReport report) {
        return SqlFile.Resources.text("html/report.html")
                .replace("/*STYLE*/", SqlFile.Resources.text("html/report.css"))
                .replace("/*DATA*/", inScript(data(report).toString()))
                .replace("/*PROGRAM*/", SqlFile.Resources.text("html/report.js"))
                .replace("/*ECHARTS*/", inScript(SqlFile.Resources.text("html/echarts.min.js")));
    }

    /** Text that cannot end the script it stands in. */
    private static String inScript(String text) {
        return text.replace("</", "<\\/").replace("<!--", "<\\!--");
    }

    private static ObjectNode data(SalesReport report) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("firstDay", text(report.firstDay()));
        data.put("lastDay", text(report.lastDay()));
        data.put("generatedAt", report.generatedAt().toString());
        ObjectNode asOf = data.putObject("dataAsOf");
        report.dataAsOf().forEach((table, at) -> asOf.put(table, at.toString()));
        ArrayNode measures = data.putArray("measures");
        for (SalesReport.Measure measure : report.measures()) {
            ObjectNode node = measures.addObject();
            node.put("id", measure.id());
            node.set("title", label(measure.title()));
            node.set("definition", label(measure.definition()));
            node.put("kind", measure.kind().name());
            node.put("value", text(measure.value()));
        }
        ArrayNode sections = data.putArray("sections");
        report.sections().forEach(section -> sections.add(section(section)));
        return data;
    }

    private static ObjectNode section(Section section) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", section.id());
        node.set("title", label(section.title()));
        node.set("note", label(section.note()));
        ArrayNode columns = node.putArray("columns");
        for (Column column : section.columns()) {
            columns.addObject().put("kind", column.kind().name()).set("title", label(column.title()));
        }
        ArrayNode rows = node.putArray("rows");
        for (List<Object> row : section.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(value -> cells.add(text(value)));
        }
        return node;
    }

    private static ObjectNode label(Label label) {
        return JsonNodeFactory.instance.objectNode().put("en", label.en()).put("zh", label.zh());
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value == null ? null : value.toString();
    }
}
