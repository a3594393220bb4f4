package io.storehouse.formats;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of one kind in one invoice. The first row decides store and customer. */
final class DocumentBuilder {
    /** Control characters, which no cell holds, keep cells and rows apart in the hash. */
    private static final char CELL_END = '\u001f';

    private static final char ROW_END = '\u001e';

    private final SalesFileFormat format;
    private final DocumentKind kind;
    private final String invoice;
    private final String store;
    private final @Nullable String customer;
    private final List<DocumentLine> lines = new ArrayList<>();
    private final MessageDigest hash = sha256();
    private LocalDateTime earliest;

    DocumentBuilder(SalesFileFormat format, DocumentKind kind, SalesRow first) {
        this.format = format;
        this.kind = kind;
        this.invoice = first.invoice();
        this.store = first.store();
        this.customer = first.customer();
        this.earliest = first.occurredAt();
        update(store + CELL_END + Objects.toString(customer, "") + ROW_END);
    }

    /** Whether the row names the document's store and customer. */
    boolean fits(SalesRow row) {
        return store.equals(row.store()) && Objects.equals(customer, row.customer());
    }

    void add(SalesRow row) {
        BigDecimal quantity = kind == DocumentKind.RETURN ? row.quantity().negate() : row.quantity();
        lines.add(new DocumentLine(
                lines.size() + 1,
                row.lineNo(),
                row.sku(),
                row.name(),
                quantity,
                row.unitPrice(),
                format.isGoods(row.sku())));
        if (row.occurredAt().isBefore(earliest)) {
            earliest = row.occurredAt();
        }
        update(row.sku()
                + CELL_END
                + row.name()
                + CELL_END
                + quantity.toPlainString()
                + CELL_END
                + row.unitPrice().toPlainString()
                + CELL_END
                + row.occurredAt()
                + ROW_END);
    }

    SalesDocument build(long weeks) {
        LocalDateTime localTime = earliest.plusWeeks(weeks);
        DocumentHead head = new DocumentHead(
                DocumentId.of(format.code(), invoice, kind),
                invoice,
                store,
                customer,
                localTime,
                localTime.atZone(format.zone()).toInstant(),
                HexFormat.of().formatHex(hash.digest()));
        return switch (kind) {
            case SALE -> new SalesDocument.Sale(head, lines);
            case RETURN -> new SalesDocument.Return(head, lines);
            case ADJUSTMENT -> new SalesDocument.Adjustment(head, lines);
        };
    }

    private void update(String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
