package io.storehouse.stream.intake;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs what an operator could not fold; the letter itself travels by the side output {@link #TAG}. */
public final class DeadLetters {
    /** The side output of every operator that may fail to read. */
    public static final OutputTag<DeadLetter> TAG =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Counter counter;

    /** The letters of one operator, counted as {@code deadLetters}. */
    public DeadLetters(MetricGroup metrics) {
        this.counter = metrics.counter("deadLetters");
    }

    /** Counts and logs the letter, and hands it back. */
    public DeadLetter noticed(DeadLetter letter) {
        counter.inc();
        LOG.warn("Dead letter {} at {}: {}", letter.code(), letter.original().place(), letter.reason());
        return letter;
    }
}
