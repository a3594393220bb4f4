package io.storehouse.stream.redis;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes figures into a keyspace of Redis: at least once, and never an older one over a newer. */
public final class RedisSink implements Sink<LiveFigure> {
    private static final long serialVersionUID = 1L;

    private final String uri;
    private final String keyspace;

    /**
     * A sink into one keyspace.
     *
     * @param uri {@code redis://user:password@host:port/0}
     */
    public RedisSink(String uri, String keyspace) {
        this.uri = uri;
        this.keyspace = keyspace;
    }

    @Override
    public SinkWriter<LiveFigure> createWriter(WriterInitContext context) {
        return new CoalescingWriter(
                RedisFigureStore.open(uri, keyspace),
                context.getMailboxExecutor(),
                context.getProcessingTimeService(),
                context.metricGroup().getNumRecordsSendCounter(),
                context.metricGroup().counter("retries"));
    }
}
