package io.storehouse.launcher.probes;

import io.storehouse.launcher.supervision.Health;
import io.storehouse.launcher.supervision.Probe;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks MariaDB where its binary log ends; healthy when it answers the query. */
public final class BinaryLog implements Probe {
    private final String url;
    private final String password;

    /** Asks as user {@code monitor}, who sees no data. */
    public BinaryLog(int port, String password) {
        this.url = "jdbc:mariadb://127.0.0.1:" + port + "/?connectTimeout=2000&socketTimeout=2500&sslMode=disable";
        this.password = password;
    }

    @Override
    public Health check() throws SQLException {
        String end = end();
        return Health.good(end.isEmpty() ? "no transactions yet" : "at GTID " + end);
    }

    /** The GTID committed last, {@code domain-server-sequence}, or an empty text. */
    public String end() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "monitor", password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select @@gtid_binlog_pos")) {
            result.next();
            return result.getString(1);
        }
    }
}
