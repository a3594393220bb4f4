package io.storehouse.formats;

import java.time.ZoneId;
import java.util.Optional;

/** A kind of sales file: its columns, its clock, and what its rows mean. Reading is the same for all of them. */
public interface SalesFileFormat {
    /** The name people give it, also the source in the identity of its documents: {@code online-retail}. */
    String code();

    /** How its columns are found and read. */
    ColumnMapping columns();

    /** The zone of its local times, and of the stores it names. */
    ZoneId zone();

    /** ISO 4217 of its prices. */
    String currency();

    /** What a readable row becomes, or why it becomes nothing. */
    Verdict judge(SalesRow row);

    /** Whether the SKU has stock; a service has money only. */
    boolean isGoods(String sku);

    /** The format of that code. */
    static Optional<SalesFileFormat> ofCode(String code) {
        return OnlineRetail.CODE.equals(code) ? Optional.of(new OnlineRetail()) : Optional.empty();
    }

    /** What a row becomes. */
    sealed interface Verdict {
        /** A line of a document. */
        record Line(DocumentKind kind) implements Verdict {}

        /** Nothing. */
        record Rejected(RejectionCode code, String reason) implements Verdict {}
    }
}
