package io.storehouse.shop.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ReconciliationResults implements Reconciliations {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Optional<ReconciliationOutcome> latest;

    ReconciliationResults(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /**
     * The result as the reconciliation sends it.
     *
     * @param differences one an item, in the reconciliation's own words
     */
    record Result(boolean exact, long compared, List<Map<String, Object>> differences, Instant at) {
        ReconciliationOutcome outcome() {
            return new ReconciliationOutcome(exact, compared, differences.size(), at);
        }
    }

    synchronized void keep(Result result) {
        jdbc.sql("""
                insert into reconciliation_result (id, body) values (1, :body)
                on duplicate key update body = values(body)
                """).param("body", json.writeValueAsString(result)).update();
        latest = Optional.of(result.outcome());
        events.publishEvent(result.outcome());
    }

    Optional<Result> result() {
        return jdbc.sql("select body from reconciliation_result where id = 1")
                .query(String.class)
                .optional()
                .map(body -> json.readValue(body, Result.class));
    }

    @Override
    public Optional<ReconciliationOutcome> latest() {
        Optional<ReconciliationOutcome> known = latest;
        if (known == null) {
            known = read();
        }
        return known;
    }

    /** Every push to a browser asks, and the differences may be many: they are parsed once. */
    private synchronized Optional<ReconciliationOutcome> read() {
        Optional<ReconciliationOutcome> known = latest;
        if (known == null) {
            known = result().map(Result::outcome);
            latest = known;
        }
        return known;
    }
}
