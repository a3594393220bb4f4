package io.storehouse.stream.archive;

import io.storehouse.stream.intake.LogRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;
import org.apache.iceberg.flink.util.FlinkCompatibilityUtil;

/**
 * The graph of the archive.
 *
 * @param records the archived topics
 * @param table {@link EventTable}
 */
record ArchiveTopology(Source<LogRecord, ?, ?> records, TableLoader table) {

    /** Adds the graph to the environment. */
    void build(StreamExecutionEnvironment environment) {
        RowType type = FlinkSchemaUtil.convert(EventTable.SCHEMA);
        DataStream<RowData> rows = environment
                .fromSource(records, WatermarkStrategy.noWatermarks(), "records", TypeInformation.of(LogRecord.class))
                .uid("records")
                .map(new ToRow())
                .returns(FlinkCompatibilityUtil.toTypeInfo(type))
                .name("to row")
                .uid("to-row");
        IcebergSink.forRowData(rows)
                .tableLoader(table)
                .distributionMode(DistributionMode.NONE)
                .writeParallelism(environment.getParallelism())
                .uidSuffix("events")
                .append();
    }
}
