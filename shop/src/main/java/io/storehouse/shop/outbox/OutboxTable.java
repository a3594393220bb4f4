package io.storehouse.shop.outbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class OutboxTable implements Outbox {
    private static final String INSERT =
            "insert into outbox (created_at, event_id, topic, event_key, type, payload) values (?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final EventJson json;
    private final List<Witness> witnesses;

    OutboxTable(JdbcTemplate jdbc, EventJson json, List<Witness> witnesses) {
        this.jdbc = jdbc;
        this.json = json;
        this.witnesses = witnesses;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<OutboxMessage> messages) {
        write(messages, messages.stream().map(this::payload).toList());
    }

    @Override
    public Prepared prepare(List<OutboxMessage> messages) {
        return new Prepared(
                messages,
                CompletableFuture.supplyAsync(
                        () -> messages.stream().map(this::payload).toList()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Prepared prepared) {
        write(prepared.messages(), prepared.payloads().join());
    }

    private String payload(OutboxMessage message) {
        return json.write(message.envelope());
    }

    private void write(List<OutboxMessage> messages, List<String> payloads) {
        if (messages.isEmpty()) {
            return;
        }
        witnesses.forEach(witness -> witness.see(messages));
        jdbc.batchUpdate(INSERT, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int row) throws SQLException {
                OutboxMessage message = messages.get(row);
                statement.setObject(
                        1, LocalDateTime.ofInstant(message.envelope().recordedAt(), ZoneOffset.UTC));
                statement.setString(2, message.envelope().id());
                statement.setString(3, message.topic().topicName());
                statement.setString(4, message.key());
                statement.setString(5, message.envelope().type());
                statement.setString(6, payloads.get(row));
            }

            @Override
            public int getBatchSize() {
                return messages.size();
            }
        });
    }
}
