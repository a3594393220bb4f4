package io.storehouse.shop.transfer;

import java.util.List;

/**
 * How a feature takes rows of one kind. It keeps nothing between calls.
 *
 * @param <R> a row that was read
 */
public interface RowImport<R> {
    /** What the rows are, in one word. */
    String name();

    /** The columns that a file may have. Others are refused, lest a misspelt one is lost silently. */
    List<Column> columns();

    /** Whether rows hold personal data, so that no report may repeat what they say. */
    default boolean isPersonal() {
        return false;
    }

    /**
     * What a row names that no other row of the file may name again: what two rows say of one thing would depend on their order,
     * and on where a batch ends.
     */
    default List<String> keys(R row) {
        return List.of();
    }

    /**
     * Reads one row, without the database.
     *
     * @throws RowProblem when the row cannot be taken
     */
    R read(Cells cells);

    /**
     * Takes the rows in the running transaction, with a fixed number of statements. The same rows again change nothing.
     *
     * @return what became of each, in their order
     * @throws io.storehouse.shop.problems.ShopException when the rows cannot be taken together; then fewer come, at last each
     *     alone
     */
    List<Outcome> apply(List<R> rows);
}
