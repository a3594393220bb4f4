package io.storehouse.stream.redis;

import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Watches Redis and asks for a {@link Refill} at the start of the job, when the server is another one than before, and when
 * its sentinel key is gone. It remembers nothing: a needless refill changes nothing. For one subtask.
 */
public final class RedisWatch implements Source<Refill, RedisWatch.Whole, RedisWatch.Whole> {
    private static final long serialVersionUID = 1L;

    private final String uri;
    private final String keyspace;

    /**
     * A watch over one keyspace.
     *
     * @param uri {@code redis://user:password@host:port/0}
     */
    public RedisWatch(String uri, String keyspace) {
        this.uri = uri;
        this.keyspace = keyspace;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<Refill, Whole> createReader(SourceReaderContext context) {
        return new RedisWatchReader(new RedisSentinel(uri, keyspace));
    }

    @Override
    public SplitEnumerator<Whole, Whole> createEnumerator(SplitEnumeratorContext<Whole> context) {
        return new NothingToSplit();
    }

    @Override
    public SplitEnumerator<Whole, Whole> restoreEnumerator(SplitEnumeratorContext<Whole> context, Whole checkpoint) {
        return new NothingToSplit();
    }

    @Override
    public SimpleVersionedSerializer<Whole> getSplitSerializer() {
        return new WholeSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Whole> getEnumeratorCheckpointSerializer() {
        return new WholeSerializer();
    }

    /** The only split, which nobody assigns. */
    public record Whole() implements SourceSplit {
        @Override
        public String splitId() {
            return "whole";
        }
    }

    private static final class NothingToSplit implements SplitEnumerator<Whole, Whole> {
        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<Whole> splits, int subtask) {}

        @Override
        public void addReader(int subtask) {}

        @Override
        public Whole snapshotState(long checkpoint) {
            return new Whole();
        }

        @Override
        public void close() {}
    }

    private static final class WholeSerializer implements SimpleVersionedSerializer<Whole> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Whole whole) {
            return new byte[0];
        }

        @Override
        public Whole deserialize(int version, byte[] bytes) {
            return new Whole();
        }
    }
}
