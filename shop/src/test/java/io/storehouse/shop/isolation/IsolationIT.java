package io.storehouse.shop.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries every anomaly at every level, and compares what happens with the paper's table. */
class IsolationIT {
    private static final Path PAPER = Path.of("../docs/isolation.md");
    private static final Map<Integer, String> LEVELS = new TreeMap<>(Map.of(
            Connection.TRANSACTION_READ_UNCOMMITTED, "read uncommitted",
            Connection.TRANSACTION_READ_COMMITTED, "read committed",
            Connection.TRANSACTION_REPEATABLE_READ, "repeatable read",
            Connection.TRANSACTION_SERIALIZABLE, "serializable"));

    @BeforeAll
    static void create() throws SQLException {
        administer("create table isolation_account (id int primary key, balance decimal(19, 4) not null)");
    }

    @AfterAll
    static void drop() throws SQLException {
        administer("drop table isolation_account");
    }

    @ParameterizedTest
    @EnumSource
    void behavesAsThePaperSays(Anomaly anomaly) throws SQLException, IOException {
        List<String> cells = new ArrayList<>(List.of(anomaly.title()));
        for (int level : LEVELS.keySet()) {
            administer("delete from isolation_account");
            administer("insert into isolation_account values (1, 10), (2, 10)");
            try (Session one = Session.at(level);
                    Session two = Session.at(level)) {
                cells.add(anomaly.happens(one, two) ? "**happens**" : "never");
            }
        }

        assertThat(Files.readString(PAPER)).contains("| " + String.join(" | ", cells) + " |");
    }

    private static void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        RealEngines.MARIADB.jdbcUrl("shop"),
                        "shop",
                        RealEngines.MARIADB.passwords().shop());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
