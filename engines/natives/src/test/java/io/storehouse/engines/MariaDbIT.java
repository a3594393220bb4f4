package io.storehouse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.engines.LocalEngines.RunningMariaDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbIT {
    @TempDir
    private static Path directory;

    private static LocalEngines engines;
    private static RunningMariaDb database;

    @BeforeAll
    static void start() {
        engines = LocalEngines.in(directory);
        database = engines.startMariaDb();
    }

    @AfterAll
    static void stop() {
        engines.close();
    }

    @Test
    void keepsWhatWasCommittedWhenKilledAndStopped() throws SQLException {
        run("create table shop.kept (id int primary key)", "insert into shop.kept values (1)");

        database.process().kill();
        database.process().start();
        run("insert into shop.kept values (2)");
        database.process().stop();
        database.process().start();

        assertThat(ask("shop", database.passwords().shop(), "select count(*) from shop.kept"))
                .isEqualTo("2");
    }

    @Test
    void keepsUsersOutOfEachOthersSchemas() throws SQLException {
        run("create table if not exists shop.private (id int primary key)");

        assertThatThrownBy(() -> ask("lake", database.passwords().lake(), "select * from shop.private"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> ask("monitor", database.passwords().monitor(), "select * from shop.private"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> ask("shop", database.passwords().shop(), "create table iceberg.t (id int)"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> ask("shop", database.passwords().shop(), "select user from mysql.user"))
                .hasMessageContaining("denied");
    }

    @Test
    void letsTheMonitorSeeThePositionOfTheBinaryLog() throws SQLException {
        run("create table if not exists shop.private (id int primary key)");

        assertThat(ask("monitor", database.passwords().monitor(), "select @@gtid_binlog_pos"))
                .matches("0-1-\\d+");
    }

    @Test
    void writesNothingToTheBinaryLogByStarting() throws SQLException {
        run("create table if not exists shop.private (id int primary key)");
        String before = ask("monitor", database.passwords().monitor(), "select @@gtid_binlog_pos");

        database.process().stop();
        database.process().start();

        assertThat(ask("monitor", database.passwords().monitor(), "select @@gtid_binlog_pos"))
                .isEqualTo(before);
    }

    @Test
    void keepsItsSecretsToTheOwner() throws Exception {
        Path base = database.process().engine().directory();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base.resolve("init.sql"))))
                .isEqualTo("rw-------");
        assertThat(String.join(" ", database.process().engine().command()))
                .doesNotContain(database.passwords().shop());
    }

    @Test
    void isFoundByItsCommandLine() {
        Engine engine = database.process().engine();

        assertThat(EngineProcess.find(engine.markers()))
                .hasValueSatisfying(found ->
                        assertThat(found.pid()).isEqualTo(database.process().pid()));
        assertThat(EngineProcess.matches(ProcessHandle.current().pid(), engine.markers()))
                .isFalse();
    }

    @Test
    void doesNotAnswerWhenFrozen() throws Exception {
        String pid = Long.toString(database.process().pid());
        assertThat(new ProcessBuilder("kill", "-STOP", pid).start().waitFor()).isZero();
        try {
            assertThat(database.process().engine().answers(Duration.ofSeconds(1)))
                    .isFalse();
        } finally {
            assertThat(new ProcessBuilder("kill", "-CONT", pid).start().waitFor())
                    .isZero();
        }
        assertThat(database.process().engine().answers(Duration.ofSeconds(10))).isTrue();
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = connect("shop", database.passwords().shop());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(String user, String password, String sql) throws SQLException {
        try (Connection connection = connect(user, password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + database.port() + "/", user, password);
    }
}
