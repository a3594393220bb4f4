package io.storehouse.stream.live;

import io.storehouse.stream.intake.DeadLetter;
import io.storehouse.stream.intake.DeadLetters;
import io.storehouse.stream.intake.DropDuplicates;
import io.storehouse.stream.intake.LogRecord;
import io.storehouse.stream.redis.LiveFigure;
import io.storehouse.stream.redis.Refill;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph of the live view. Records of one Kafka partition keep their order all the way: one reader, one subtask per
 * partition for duplicates, one subtask per figure.
 *
 * @param orders the orders topic
 * @param pulses the pulse topic
 * @param refills says when Redis must be given every figure again
 */
public record LiveTopology(
        Source<LogRecord, ?, ?> orders,
        Source<LogRecord, ?, ?> pulses,
        Source<Refill, ?, ?> refills,
        Sink<LiveFigure> figures,
        Sink<DeadLetter> deadLetters) {
    private static final String ONE_KEY = "all";
    private static final MapStateDescriptor<String, String> NO_STATE =
            new MapStateDescriptor<>("none", Types.STRING, Types.STRING);

    /** Adds the graph to the environment; the figures go to that keyspace. */
    public void build(StreamExecutionEnvironment environment, String keyspace) {
        SingleOutputStreamOperator<LogRecord> once = read(environment, orders, "orders")
                .keyBy(LogRecord::partition)
                .process(new DropDuplicates())
                .name("drop duplicates")
                .uid("drop-duplicates");
        SingleOutputStreamOperator<SaleDocument> readable =
                once.process(new ReadDocuments()).name("read documents").uid("read-documents");
        DataStream<SaleDocument> documents = readable.assignTimestampsAndWatermarks(BusinessDates.watermarks())
                .name("business dates")
                .uid("business-dates");
        SingleOutputStreamOperator<LiveFigure> pulse = read(environment, pulses, "pulses")
                .keyBy(record -> ONE_KEY)
                .connect(documents.keyBy(document -> ONE_KEY))
                .process(new FollowPulse(keyspace))
                .name("follow pulse")
                .uid("follow-pulse");

        fold(documents, refill(environment), keyspace)
                .union(pulse)
                .sinkTo(figures)
                .name("redis")
                .uid("redis");
        once.getSideOutput(DeadLetters.TAG)
                .union(readable.getSideOutput(DeadLetters.TAG), pulse.getSideOutput(DeadLetters.TAG))
                .sinkTo(deadLetters)
                .name("dead letters")
                .uid("dead-letters");
    }

    private static DataStream<LiveFigure> fold(
            DataStream<SaleDocument> documents, BroadcastStream<Refill> refill, String keyspace) {
        DataStream<LiveFigure> days = documents
                .keyBy(StoreDay::of, TypeInformation.of(StoreDay.class))
                .connect(refill)
                .process(new FoldStoreDays(keyspace))
                .name("fold store days")
                .uid("fold-store-days");
        DataStream<LiveFigure> top = documents
                .keyBy(SaleDocument::businessDate)
                .connect(refill)
                .process(new RankSkus(keyspace))
                .name("rank skus")
                .uid("rank-skus");
        DataStream<LiveFigure> ticker = documents
                .keyBy(document -> ONE_KEY)
                .connect(refill)
                .process(new FoldTicker(keyspace))
                .name("fold ticker")
                .uid("fold-ticker");
        return days.union(top, ticker);
    }

    private static SingleOutputStreamOperator<LogRecord> read(
            StreamExecutionEnvironment environment, Source<LogRecord, ?, ?> source, String name) {
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), name, TypeInformation.of(LogRecord.class))
                .uid(name);
    }

    private BroadcastStream<Refill> refill(StreamExecutionEnvironment environment) {
        return environment
                .fromSource(refills, Silence.watermarks(), "refills", TypeInformation.of(Refill.class))
                .uid("refills")
                .setParallelism(1)
                .setMaxParallelism(1)
                .broadcast(NO_STATE);
    }
}
