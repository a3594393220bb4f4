package io.storehouse.shop.transfer;

import java.util.List;
import java.util.Set;

/**
 * How a feature takes rows of one kind. It keeps nothing between calls.
 *
 * @param <R> a row that was read
 */
public interface RowImport<R> {
    /** What the rows are, in one word. */
    String name();

    /** The columns without which a file is refused, in lower case. */
    Set<String> required();

    /** The columns that may be there, in lower case. Others are refused, lest a misspelt one is lost silently. */
    Set<String> optional();

    /**
     * Reads one row, without the database.
     *
     * @throws RowProblem when the row cannot be taken; its text must not repeat what the row says
     */
    R read(Cells cells);

    /**
     * Takes the rows in the running transaction, with a fixed number of statements. The same rows again change nothing.
     *
     * @return what became of each, in their order
     * @throws io.storehouse.shop.problems.ShopException when the rows cannot be taken together; then each comes alone
     */
    List<Outcome> apply(List<R> rows);
}
