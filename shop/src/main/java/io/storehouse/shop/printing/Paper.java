package io.storehouse.shop.printing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Something to be printed, the same rows in every form.
 *
 * @param language BCP 47 tag of its words
 * @param title of its page
 * @param opensDrawer whether the printer opens the drawer for it
 */
public record Paper(String language, String title, List<Row> rows, boolean opensDrawer) {
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int RULE = 32;

    /** Copies the list. */
    public Paper {
        rows = List.copyOf(rows);
    }

    /** Plain text, in lines. */
    public String text() {
        return rows.stream().map(Paper::line).collect(Collectors.joining("\n"));
    }

    /** A page for 80 mm paper, complete in itself. */
    public String html() {
        return HtmlPaper.of(this);
    }

    /** The bytes for an ESC/POS printer with 48 columns. */
    public byte[] escPos() {
        return EscPosPaper.of(this);
    }

    /**
     * The answer in the form that was asked for: {@code json}, {@code html} or {@code escpos}; empty for any other.
     *
     * @param data what is printed, for {@code json}
     */
    public Optional<ResponseEntity<Object>> answer(String format, Object data) {
        return switch (format) {
            case "json" ->
                Optional.of(ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(data));
            case "html" -> Optional.of(ResponseEntity.ok().contentType(PAGE).body(html()));
            case "escpos" ->
                Optional.of(ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(escPos()));
            default -> Optional.empty();
        };
    }

    /** An amount with no more places than it needs, and no fewer than its currency has. */
    public static BigDecimal shortest(BigDecimal number, int places) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(places, stripped.scale()));
    }

    private static String line(Row row) {
        if (row.style() == Row.Style.RULE) {
            return "-".repeat(RULE);
        }
        String right = row.right().isEmpty() ? "" : "  " + row.right();
        return Printable.of(row.left() + right);
    }
}
