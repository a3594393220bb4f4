package io.storehouse.shop.exports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows that is written as it grows. Closing it ends the file and leaves the stream open. */
public interface Sheet extends Closeable {
    /** Adds a row of texts, numbers ({@code BigDecimal}) and nulls. */
    void add(List<@Nullable Object> row) throws IOException;

    /** Hands on what was added. */
    void flush() throws IOException;
}
