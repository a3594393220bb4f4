package io.storehouse.stream.archive;

import io.storehouse.stream.intake.LogRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.table.data.RowData;

/** Makes the row of a record. */
final class ToRow extends RichMapFunction<LogRecord, RowData> {
    private static final long serialVersionUID = 1L;

    private transient EventRows rows;

    @Override
    public void open(OpenContext context) {
        rows = new EventRows();
    }

    @Override
    public RowData map(LogRecord record) {
        return rows.row(record);
    }
}
