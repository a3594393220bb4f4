package io.storehouse.stream.archive;

import java.io.IOException;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.TableLoader;

/** Loads a table so that only its owner may change it. */
final class OwnedTableLoader implements TableLoader {
    private static final long serialVersionUID = 1L;

    private final TableLoader tables;
    private final Owner owner;

    OwnedTableLoader(TableLoader tables, Owner owner) {
        this.tables = tables;
        this.owner = owner;
    }

    @Override
    public void open() {
        tables.open();
    }

    @Override
    public boolean isOpen() {
        return tables.isOpen();
    }

    @Override
    public Table loadTable() {
        BaseTable table = (BaseTable) tables.loadTable();
        return new BaseTable(new OwnedOperations(table.operations(), owner), table.name(), table.reporter());
    }

    @Override
    @SuppressWarnings({"MethodDoesntCallSuperMethod", "CloneDeclaresCloneNotSupported"})
    public TableLoader clone() {
        return new OwnedTableLoader(tables.clone(), owner);
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }
}
