package io.storehouse.formats;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** All rows of one invoice that are of one kind: what the shop takes as one order, return or adjustment. */
public sealed interface SalesDocument {
    /** What identifies and dates it. */
    DocumentHead head();

    /** Its rows in the order of the file, at least one. */
    List<DocumentLine> lines();

    /** Which of the three it is. */
    DocumentKind kind();

    /** Its signed money: above 0 for sales, below for returns, 0 for adjustments. */
    default BigDecimal amount() {
        return lines().stream().map(this::signedAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The units a line takes out of stock; below 0 where it brings them back, 0 for services. */
    default BigDecimal unitsTaken(DocumentLine line) {
        if (!line.goods()) {
            return BigDecimal.ZERO;
        }
        return kind() == DocumentKind.SALE ? line.quantity() : line.quantity().negate();
    }

    /** A line's signed money; its sum over the lines is {@link #amount}. */
    default BigDecimal signedAmount(DocumentLine line) {
        return switch (kind()) {
            case SALE -> line.amount();
            case RETURN -> line.amount().negate();
            case ADJUSTMENT -> BigDecimal.ZERO;
        };
    }

    /** The id of a line, made from the document's. */
    default UUID lineId(DocumentLine line) {
        return UuidV5.of(head().id(), "line/" + line.lineNo());
    }

    /** The id of its only payment or refund. */
    default UUID paymentId() {
        return UuidV5.of(head().id(), "payment");
    }

    /** Goods and services sold. */
    record Sale(DocumentHead head, List<DocumentLine> lines) implements SalesDocument {
        /** Keeps the lines unchangeable. */
        public Sale {
            lines = List.copyOf(lines);
        }

        @Override
        public DocumentKind kind() {
            return DocumentKind.SALE;
        }
    }

    /** Goods and services taken back, without the receipt they were sold on. */
    record Return(DocumentHead head, List<DocumentLine> lines) implements SalesDocument {
        /** Keeps the lines unchangeable. */
        public Return {
            lines = List.copyOf(lines);
        }

        @Override
        public DocumentKind kind() {
            return DocumentKind.RETURN;
        }
    }

    /** Stock corrected without money; the rows' descriptions are the reasons. */
    record Adjustment(DocumentHead head, List<DocumentLine> lines) implements SalesDocument {
        /** Keeps the lines unchangeable. */
        public Adjustment {
            lines = List.copyOf(lines);
        }

        @Override
        public DocumentKind kind() {
            return DocumentKind.ADJUSTMENT;
        }
    }
}
