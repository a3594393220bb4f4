package io.storehouse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.storehouse.engines.LocalEngines.RunningMariaDb;
import io.storehouse.engines.LocalEngines.RunningReplica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbReplicaIT {
    @TempDir
    private static Path directory;

    private static LocalEngines engines;
    private static RunningMariaDb primary;
    private static RunningReplica replica;
    private static int rows;

    @BeforeAll
    static void start() throws Exception {
        engines = LocalEngines.in(directory);
        primary = engines.startMariaDb();
        write(
                "create table shop.fact (id int primary key auto_increment, words text)",
                "create table shop.seen (id int primary key)",
                // a trigger fires on the primary only: its rows come with the log
                "create trigger shop.fact_seen after insert on shop.fact for each row insert into shop.seen values (new.id)");
        add();
        purgeLogs();
        replica = engines.startReplica(primary);
        assertThat(replica.follow()).isEqualTo(MariaDbReplica.Followed.COPIED);
    }

    @AfterAll
    static void stop() {
        engines.close();
    }

    @BeforeEach
    void oneMore() throws SQLException {
        add();
    }

    @Test
    void hasWhatWasThereBeforeTheLogAndWhatComesAfter() {
        awaitAll();
    }

    @Test
    void isNotBehindForWhatItDoesNotKeep() throws SQLException {
        String password = primary.passwords().lake();
        ask(primary.port(), "lake", password, "create or replace table iceberg.tables (id int)");
        ask(primary.port(), "lake", password, "insert into iceberg.tables values (1)");
        String insert = ask(primary.port(), "lake", password, "select @@gtid_binlog_pos");
        await().atMost(Duration.ofSeconds(20)).until(() -> reader("select @@global.gtid_slave_pos"), insert::equals);
        ask(primary.port(), "lake", password, "drop table iceberg.tables");
        String drop = ask(primary.port(), "lake", password, "select @@gtid_binlog_pos");
        await().atMost(Duration.ofSeconds(20)).until(() -> reader("select @@global.gtid_slave_pos"), drop::equals);
        awaitAll();
    }

    @Test
    void goesOnWhereItWasWhenItOrItsSourceIsKilled() throws SQLException {
        replica.process().kill();
        add();
        replica.process().start();
        assertThat(replica.follow()).isEqualTo(MariaDbReplica.Followed.RESUMED);
        awaitAll();

        primary.process().kill();
        assertThat(replica.follow()).isEqualTo(MariaDbReplica.Followed.RESUMED);
        primary.process().start();
        add();
        awaitAll();
    }

    @Test
    void makesANewCopyWhenTheLogNoLongerReachesBackToIt() throws Exception {
        awaitAll();
        replica.process().stop();
        add();
        purgeLogs();

        replica.process().start();
        assertThat(replica.follow()).isEqualTo(MariaDbReplica.Followed.COPIED);
        awaitAll();
    }

    @Test
    void makesANewCopyOfASourceThatIsNotTheOneItCopied() throws SQLException {
        awaitAll();
        follower("stop slave; set global gtid_slave_pos = '0-1-999999'");
        assertThat(replica.follow()).isEqualTo(MariaDbReplica.Followed.COPIED);
        awaitAll();
    }

    @Test
    void letsNobodyReadACopyThatIsNotWhole() throws Exception {
        awaitAll();
        primary.process().stop();
        replica.engine().distrust();
        assertThatThrownBy(() -> replica.engine().follow()).hasMessageContaining("Cannot copy the database on port");
        assertThatThrownBy(this::read).hasMessageContaining("denied");

        primary.process().start();
        assertThat(replica.follow()).isEqualTo(MariaDbReplica.Followed.COPIED);
        awaitAll();
    }

    @Test
    void letsItsReaderOnlyRead() {
        assertThatThrownBy(() -> reader("insert into shop.fact (words) values ('x')"))
                .hasMessageContaining("read-only");
        assertThatThrownBy(() -> reader("create temporary table shop.t (id int)"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> reader("select user from mysql.user")).hasMessageContaining("denied");
        assertThat(String.join(" ", replica.engine().command()))
                .doesNotContain(replica.passwords().reader());
    }

    private static void add() throws SQLException {
        write("insert into shop.fact (words) values ('it''s; -- \\\\ \"q\" 😀')");
        rows++;
    }

    private void awaitAll() {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(read()).isEqualTo(rows + "/" + rows));
    }

    private String read() throws SQLException {
        return reader("select concat(count(*), '/', (select count(*) from shop.seen)) from shop.fact"
                + " where words = 'it''s; -- \\\\ \"q\" 😀'");
    }

    private static String reader(String sql) throws SQLException {
        return ask(replica.port(), "reader", replica.passwords().reader(), sql);
    }

    private static void follower(String sql) throws SQLException {
        for (String one : sql.split(";")) {
            ask(replica.port(), "follower", replica.passwords().follower(), one);
        }
    }

    private static void write(String... statements) throws SQLException {
        for (String sql : statements) {
            ask(primary.port(), "shop", primary.passwords().shop(), sql);
        }
    }

    /** Leaves what the servers of some months leave: the newest log, which knows where it begins. */
    private static void purgeLogs() throws IOException {
        primary.process().stop();
        primary.process().start();
        primary.process().stop();
        Path data = primary.process().engine().directory().resolve("data");
        Path index = data.resolve("binlog.index");
        List<String> logs = Files.readAllLines(index);
        for (String old : logs.subList(0, logs.size() - 1)) {
            Files.delete(data.resolve(old));
        }
        Files.write(index, logs.subList(logs.size() - 1, logs.size()));
        primary.process().start();
    }

    private static String ask(int port, String user, String password, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", user, password);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet result = statement.getResultSet();
            result.next();
            return result.getString(1);
        }
    }
}
