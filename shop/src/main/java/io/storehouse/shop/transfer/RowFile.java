package io.storehouse.shop.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file's rows, one after the other. */
interface RowFile extends Closeable {
    /**
     * One row.
     *
     * @param lineNo from 1, as people see it
     * @param problem why it has no cells, or null
     */
    record Row(int lineNo, List<String> cells, @Nullable RowProblem problem) {}

    /** The next row that is not empty, or null at the end. */
    @Nullable
    Row next() throws IOException;
}
