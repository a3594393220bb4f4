package io.storehouse.shop.transfer;

import java.io.InputStream;
import java.util.UUID;

/** Takes files of rows. */
public interface Transfers {
    /**
     * Takes the rows of a CSV or XLSX file while it is read, in batches of one transaction each, so that no more than a batch is in
     * memory. A row that is refused keeps no other one out. Broken off, it is sent again with the same id and begins anew, where
     * what was taken before is unchanged.
     *
     * @param id made by the client; the same file with it again is answered as the first time
     * @param file read to its end; the caller closes it
     * @throws io.storehouse.shop.problems.ShopException {@code unreadable-file}, {@code file-too-large}, {@code
     *     transfer-conflict}, {@code transfer-superseded}
     */
    <R> Transfer take(UUID id, Transfer.Mode mode, RowImport<R> rows, InputStream file);
}
