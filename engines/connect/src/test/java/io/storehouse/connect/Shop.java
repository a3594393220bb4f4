package io.storehouse.connect;

import io.storehouse.contracts.Position;
import io.storehouse.contracts.Topic;
import io.storehouse.engines.LocalEngines.RunningMariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Writes outbox rows as the shop does, and remembers what was acknowledged. */
final class Shop {
    private static final List<Topic> TOPICS = Topic.archivedTopics();

    private final RunningMariaDb database;
    private final Map<String, Written> acknowledged = new ConcurrentHashMap<>();

    Shop(RunningMariaDb database) {
        this.database = database;
    }

    /** An event whose commit was acknowledged. */
    record Written(String eventId, String topic, String key, String payload, Position position) {}

    Map<String, Written> acknowledged() {
        return acknowledged;
    }

    void createTables() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (id char(36) primary key, total decimal(19,4) check (total >= 0))");
            statement.execute("""
                    create table outbox (
                      id bigint unsigned not null auto_increment primary key,
                      created_at datetime(6) not null default current_timestamp(6),
                      event_id char(36) not null,
                      topic varchar(64) not null,
                      event_key varchar(128) not null,
                      type varchar(64) not null,
                      payload mediumtext not null
                    ) character set utf8mb4 collate utf8mb4_bin""");
        }
    }

    /** Commits transactions of 1 to 5 rows, every tenth rolled back. */
    void trade(int transactions, long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < transactions; i++) {
                List<Written> rows = insert(connection, random, 1 + random.nextInt(5));
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    acknowledge(rows, lastGtid(connection));
                }
            }
        }
    }

    /** Commits that many rows in one transaction. */
    void tradeAtOnce(int rows, long seed) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            List<Written> inserted = insert(connection, new Random(seed), rows);
            connection.commit();
            acknowledge(inserted, lastGtid(connection));
        }
    }

    /** Commits one row with that key and value. */
    String write(Topic topic, String key, String payload) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            Written row = insert(connection, topic, key, payload);
            connection.commit();
            acknowledge(List.of(row), lastGtid(connection));
            return row.eventId();
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the monitor sees of the binary log's end. */
    String binaryLogPosition() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(""), "monitor", database.passwords().monitor());
                Statement statement = connection.createStatement()) {
            return text(statement, "select @@gtid_binlog_pos");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl("shop"), "shop", database.passwords().shop());
    }

    private static List<Written> insert(Connection connection, Random random, int rows) throws SQLException {
        List<Written> inserted = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String key = "key-" + random.nextInt(1_000);
            inserted.add(insert(
                    connection, TOPICS.get(random.nextInt(TOPICS.size())), key, "{\"总\":" + random.nextInt() + "}"));
        }
        try (PreparedStatement order = connection.prepareStatement("insert into orders values (?, 1)")) {
            order.setString(1, UUID.randomUUID().toString());
            order.executeUpdate();
        }
        return inserted;
    }

    private static Written insert(Connection connection, Topic topic, String key, String payload) throws SQLException {
        String eventId = UUID.randomUUID().toString();
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into outbox (event_id, topic, event_key, type, payload) values (?, ?, ?, 'test', ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, eventId);
            statement.setString(2, topic.topicName());
            statement.setString(3, key);
            statement.setString(4, payload);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return new Written(eventId, topic.topicName(), key, payload, new Position(1, 0, keys.getLong(1)));
            }
        }
    }

    private void acknowledge(List<Written> rows, String gtid) {
        for (Written row : rows) {
            Position position = Position.of(1, gtid, row.position().outboxId());
            acknowledged.put(
                    row.eventId(), new Written(row.eventId(), row.topic(), row.key(), row.payload(), position));
        }
    }

    private static String lastGtid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return text(statement, "select @@last_gtid");
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
