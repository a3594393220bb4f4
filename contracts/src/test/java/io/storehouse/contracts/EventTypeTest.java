package io.storehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    @Test
    void codeLeadsBackToItsType() {
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(EventType.ofCode(type.code())).contains(type));
        assertThat(EventType.ofCode("order_dreamt")).isEmpty();
    }

    @Test
    void everyTypeButTheMarkHasItsTopic() {
        assertThat(Arrays.stream(EventType.values()).filter(type -> type.topic().isEmpty()))
                .containsExactly(EventType.MARK);
    }

    @Test
    void onlyThePulseIsNotArchived() {
        assertThat(Topic.archivedTopics()).containsExactly(Topic.ORDERS, Topic.STOCK, Topic.REFERENCE, Topic.IMPORTS);
    }

    @Test
    void eachMarkKeyLandsInItsPartition() {
        assertThat(IntStream.range(0, Topic.PARTITIONS).map(p -> partitionOf(MarkKeys.of(p))))
                .containsExactly(0, 1, 2, 3);
    }

    /** Kafka's default partitioner: murmur2 of the key's bytes, made positive, modulo the partitions. */
    private static int partitionOf(String key) {
        return (murmur2(key.getBytes(StandardCharsets.UTF_8)) & Integer.MAX_VALUE) % Topic.PARTITIONS;
    }

    private static int murmur2(byte[] data) {
        int h = 0x9747b28c ^ data.length;
        int full = data.length / 4 * 4;
        for (int i = 0; i < full; i += 4) {
            int k = (data[i] & 0xff) | (data[i + 1] & 0xff) << 8 | (data[i + 2] & 0xff) << 16 | data[i + 3] << 24;
            k *= 0x5bd1e995;
            k ^= k >>> 24;
            h = h * 0x5bd1e995 ^ k * 0x5bd1e995;
        }
        int tail = 0;
        for (int i = data.length - 1; i >= full; i--) {
            tail = tail << 8 | data[i] & 0xff;
        }
        if (data.length > full) {
            h = (h ^ tail) * 0x5bd1e995;
        }
        h = (h ^ h >>> 13) * 0x5bd1e995;
        return h ^ h >>> 15;
    }
}
