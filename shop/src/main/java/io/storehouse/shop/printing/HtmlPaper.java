package io.storehouse.shop.printing;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Paper as a page for 80 mm paper, complete in itself; it is well-formed XML too. */
final class HtmlPaper {
    private static final String STYLE = """
            @page { size: 80mm auto; margin: 0 }
            body { width: 72mm; margin: 0 auto; padding: 4mm 0; font: 12px/1.4 monospace; color: #000; background: #fff }
            div { display: flex; justify-content: space-between; gap: 2mm; white-space: pre-wrap; overflow-wrap: anywhere }
            div.heading, div.centre { justify-content: center; text-align: center }
            div.heading, div.strong { font-weight: bold }
            span + span { text-align: right }
            hr { border: 0; border-top: 1px dashed #000 }
            """;

    private HtmlPaper() {}

    static String of(Paper paper) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width"/>
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(
                        paper.language(),
                        text(paper.title()),
                        STYLE,
                        paper.rows().stream().map(HtmlPaper::row).collect(Collectors.joining("\n")));
    }

    private static String row(Row row) {
        if (row.style() == Row.Style.RULE) {
            return "<hr/>";
        }
        String type = row.style().name().toLowerCase(java.util.Locale.ROOT);
        String right = row.right().isEmpty() ? "" : "<span>" + text(row.right()) + "</span>";
        return "<div class=\"" + type + "\"><span>" + text(row.left()) + "</span>" + right + "</div>";
    }

    /** Control characters are no part of a page. */
    private static String text(String raw) {
        return HtmlUtils.htmlEscape(Printable.of(raw), "UTF-8");
    }
}
