package io.storehouse.stream.archive;

import java.io.Serializable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.ValidationException;

/**
 * Who may append to the archive: the process that took it over last. Its id is a property of the table, set before the
 * archived offsets are read; a commit on metadata that name another owner is refused, and since the catalog swaps metadata
 * atomically, no row of an older process can come in after that reading.
 *
 * @param id unique for each start
 */
record Owner(String id) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PROPERTY = "storehouse.archive-owner";

    /** Makes this the owner. */
    void takeOver(Table table) {
        table.updateProperties().set(PROPERTY, id).commit();
    }

    /**
     * Lets a commit pass that is based on metadata of this owner.
     *
     * @throws ValidationException when another process has taken the archive over
     */
    void check(TableMetadata base) {
        ValidationException.check(
                id.equals(base.properties().get(PROPERTY)),
                "Cannot append to the archive: %s has taken it over from %s",
                base.properties().get(PROPERTY),
                id);
    }
}
