package io.storehouse.shop.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void givesAllInTheirOrderAndAsksNoMoreAfterTheEnd() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        List<Integer> given = new ArrayList<>();
        try (Ahead<Integer> ahead = new Ahead<>(() -> asked.incrementAndGet() > 100 ? null : asked.get())) {
            for (Integer next = ahead.next(); next != null; next = ahead.next()) {
                given.add(next);
                assertThat(asked.get()).isLessThanOrEqualTo(next + 1);
            }
        }
        assertThat(given).hasSize(100).isSorted().startsWith(1);
        assertThat(asked).hasValue(101);
    }

    @Test
    void throwsWhatItsMakingThrew() throws IOException {
        for (Exception failure : List.of(new IOException("cut off"), new IllegalStateException("a defect"))) {
            AtomicInteger asked = new AtomicInteger();
            try (Ahead<String> ahead = new Ahead<>(failing(asked, failure))) {
                assertThat(ahead.next()).isEqualTo("before");
                assertThatThrownBy(ahead::next).isSameAs(failure);
            }
            assertThat(asked).hasValue(2);
        }
        Error error = new StackOverflowError("too deep");
        try (Ahead<String> ahead = new Ahead<>(() -> {
            throw error;
        })) {
            assertThatThrownBy(ahead::next).isSameAs(error);
        }
    }

    private static Callable<@Nullable String> failing(AtomicInteger asked, Exception failure) {
        return () -> {
            if (asked.incrementAndGet() > 1) {
                throw failure;
            }
            return "before";
        };
    }

    @Test
    void closesOnlyWhenNothingIsBeingMade() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean made = new AtomicBoolean();
        Ahead<String> ahead = new Ahead<>(() -> {
            making.countDown();
            go.await();
            made.set(true);
            return "made";
        });
        making.await();
        Thread closing = new Thread(ahead::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(made).isFalse();

        go.countDown();
        closing.join();

        assertThat(made).isTrue();
    }
}
