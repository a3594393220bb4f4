package io.storehouse.shop.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one document moves in one store: one move a SKU. */
public final class DocumentMoves {
    /** Kinds whose given value changes the average cost: goods that come into the store anew. */
    private static final java.util.Set<String> PRICING = java.util.Set.of("receipt", "transfer-in");

    private final long documentId;
    private final int storeId;
    private final String kind;
    private final SortedMap<String, Change> changes = new TreeMap<>();
    private @Nullable Instant occurredAt;
    private @Nullable LocalDate businessDate;
    private @Nullable UUID reservation;
    private @Nullable UUID offline;
    private Guard guard = Guard.AVAILABLE;

    private DocumentMoves(long documentId, int storeId, String kind) {
        this.documentId = documentId;
        this.storeId = storeId;
        this.kind = kind;
    }

    /**
     * A document that moves nothing yet.
     *
     * @param documentId the document's surrogate key
     * @param kind the ledger type of its moves, as {@link io.storehouse.contracts.events.StockMove#kind} lists them
     */
    public static DocumentMoves of(long documentId, int storeId, String kind) {
        return new DocumentMoves(documentId, storeId, kind);
    }

    /** Says when it happened; without it, it happened when it was recorded. */
    public DocumentMoves at(Instant time, LocalDate date) {
        this.occurredAt = time;
        this.businessDate = date;
        return this;
    }

    /** Sets what that reservation holds free for this document, and closes it; null for none. */
    public DocumentMoves consuming(@Nullable UUID held) {
        this.reservation = held;
        return this;
    }

    /** Says that the goods of that order or return have changed hands already: what stock does not cover is then a shortage, not a refusal. */
    public DocumentMoves takenOffline(UUID document) {
        this.offline = document;
        return unasked();
    }

    /** Says that it records what was found: goods that are not there cannot be kept for anybody. */
    DocumentMoves asFound() {
        this.guard = Guard.ON_HAND;
        return this;
    }

    /** Says that it stands whatever is there. */
    DocumentMoves unasked() {
        this.guard = Guard.NONE;
        return this;
    }

    /** Adds a signed quantity to the SKU's sum; it moves at average cost. */
    public void add(String sku, BigDecimal quantity) {
        add(sku, new Change(quantity, BigDecimal.ZERO, BigDecimal.ZERO, null));
    }

    /**
     * Adds a signed quantity that has this value of its own, of the same sign. That of a receipt or of goods transferred in
     * changes the average cost, any other does not.
     *
     * @throws IllegalArgumentException when the SKU has moved at average cost in this document
     */
    public void add(String sku, BigDecimal quantity, BigDecimal value) {
        add(sku, new Change(quantity, BigDecimal.ZERO, BigDecimal.ZERO, value));
    }

    /** Adds to what is reserved of the SKU; below 0 to release it. */
    void reserve(String sku, BigDecimal quantity) {
        add(sku, new Change(BigDecimal.ZERO, quantity, BigDecimal.ZERO, null));
    }

    /** Adds to what is on its way to the store; below 0 when it is here. */
    void expect(String sku, BigDecimal quantity) {
        Change before = changes.get(sku);
        changes.put(
                sku,
                before == null
                        ? new Change(BigDecimal.ZERO, BigDecimal.ZERO, quantity, null)
                        : new Change(
                                before.quantity(),
                                before.reserved(),
                                before.incoming().add(quantity),
                                before.value()));
    }

    private void add(String sku, Change change) {
        changes.merge(sku, change, Change::and);
    }

    /** Counts for another date in stock than its own. */
    void countFor(LocalDate date) {
        this.businessDate = date;
    }

    /** Whether anything on hand, or its value, changes. */
    boolean movesGoods() {
        return changes.values().stream().anyMatch(change -> change.quantity().signum() != 0 || change.value() != null);
    }

    long documentId() {
        return documentId;
    }

    int storeId() {
        return storeId;
    }

    String kind() {
        return kind;
    }

    boolean pricing() {
        return PRICING.contains(kind);
    }

    @Nullable
    Instant occurredAt() {
        return occurredAt;
    }

    @Nullable
    LocalDate businessDate() {
        return businessDate;
    }

    @Nullable
    UUID reservation() {
        return reservation;
    }

    /** The order or return that was taken offline; null for what was not. */
    @Nullable
    UUID offline() {
        return offline;
    }

    Guard guard() {
        return guard;
    }

    SortedMap<String, Change> changes() {
        return changes;
    }

    /** What goods that go out must be covered by. */
    enum Guard {
        /** What is not reserved for others. */
        AVAILABLE,
        /** What is there, whoever has reserved it. */
        ON_HAND,
        /** Nothing. */
        NONE
    }

    /**
     * What happens to one balance.
     *
     * @param value null for average cost
     */
    record Change(
            BigDecimal quantity,
            BigDecimal reserved,
            BigDecimal incoming,
            @Nullable BigDecimal value) {
        Change and(Change other) {
            if ((value == null) != (other.value == null)) {
                throw new IllegalArgumentException("A SKU moves at average cost or at its own within a document");
            }
            return new Change(
                    quantity.add(other.quantity),
                    reserved.add(other.reserved),
                    incoming.add(other.incoming),
                    value == null || other.value == null ? null : value.add(other.value));
        }

        boolean nothing() {
            return quantity.signum() == 0
                    && reserved.signum() == 0
                    && incoming.signum() == 0
                    && (value == null || value.signum() == 0);
        }
    }
}
