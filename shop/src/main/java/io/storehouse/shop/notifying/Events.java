package io.storehouse.shop.notifying;

import io.storehouse.shop.notifying.EventReading.Reading;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes events as they come from Kafka. What cannot be understood or kept goes to the dead letters, and the others go on; where
 * something that is needed is away, it throws, and all of them come again.
 */
@Component
class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final EventReading reading;
    private final Intake intake;
    private final DeadLetters deadLetters;

    Events(NotifyingSettings settings, Intake intake, DeadLetters deadLetters, Clock clock) {
        this.reading = new EventReading(settings.maxAge(), clock);
        this.intake = intake;
        this.deadLetters = deadLetters;
    }

    void accept(List<ConsumerRecord<byte[], byte @Nullable []>> records) {
        Map<ConsumerRecord<byte[], byte @Nullable []>, Notice> notices = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte @Nullable []> record : records) {
            Reading read = reading.read(record);
            if (read instanceof Reading.Told told) {
                notices.put(record, told.notice());
            }
            if (read instanceof Reading.Poison poison) {
                bury(record, poison.code(), poison.reason());
            }
        }
        try {
            intake.accept(new ArrayList<>(notices.values()));
        } catch (RuntimeException e) {
            rethrowIfAway(e);
            notices.forEach(this::acceptAlone);
        }
    }

    private void acceptAlone(ConsumerRecord<byte[], byte @Nullable []> record, Notice notice) {
        try {
            intake.accept(List.of(notice));
        } catch (RuntimeException e) {
            rethrowIfAway(e);
            bury(record, "unprocessable", e.getClass().getSimpleName());
        }
    }

    private void bury(ConsumerRecord<byte[], byte @Nullable []> record, String code, String reason) {
        LOG.warn("Cannot read the event at {}: {} {}", EventReading.place(record), code, reason);
        deadLetters.bury(record, code, reason);
    }

    private static void rethrowIfAway(RuntimeException failure) {
        boolean away = failure instanceof TransactionException
                || failure instanceof ShopException
                || failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException);
        if (away) {
            throw failure;
        }
    }
}
