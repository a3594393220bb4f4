package io.storehouse.shop.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.storehouse.shop.AtOnce;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every store of pictures does. */
abstract class ObjectStoreContract {
    private static final int LARGE = 16 << 20;

    /** A store that works. */
    abstract ObjectStore store();

    static ObjectName name() {
        String text = UUID.randomUUID().toString().replace("-", "");
        return ObjectName.ofHash(text + text).orElseThrow();
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    @Test
    void givesBackWhatWasPutAndNothingElse() {
        ObjectName name = name();
        byte[] content = bytes(100_000);
        byte[] small = bytes(1_000);

        store().put(name, content);
        store().put(name.thumbnail(96), small);

        assertThat(store().get(name))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(content));
        assertThat(store().get(name.thumbnail(96)))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(small));
        assertThat(store().get(name.thumbnail(320))).isEmpty();
        assertThat(store().get(name())).isEmpty();
    }

    @Test
    void keepsTheSameOnceHoweverOftenItIsPut() {
        ObjectName name = name();
        byte[] content = bytes(50_000);

        store().put(name, content);
        store().put(name, content);

        assertThat(store().get(name))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(content));
    }

    /** Half of the threads put, half read: a reader finds nothing, or all of it. */
    @Test
    void showsNoHalfWhileSeveralPutTheSame() {
        ObjectName name = name();
        byte[] content = bytes(2 << 20);

        List<Boolean> wholeOrAbsent = AtOnce.run(8, i -> {
            if (i % 2 == 0) {
                store().put(name, content);
                return true;
            }
            boolean whole = true;
            for (int reads = 0; reads < 20; reads++) {
                whole &= store().get(name)
                        .map(found -> Arrays.equals(found, content))
                        .orElse(true);
            }
            return whole;
        });

        assertThat(wholeOrAbsent).containsOnly(true);
        assertThat(store().get(name))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(content));
    }

    @Test
    void holdsALargeOneOnce() {
        ObjectName name = name();
        store().put(name, bytes(10));
        store().get(name);
        ObjectName large = name();
        byte[] content = bytes(LARGE);

        long putting = allocated(() -> store().put(large, content));
        long getting = allocated(() -> assertThat(store().get(large)).isPresent());

        assertThat(putting).as("beside what the caller holds").isLessThan(LARGE / 4);
        assertThat(getting).isBetween((long) LARGE, LARGE + LARGE / 4L);
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
