package io.storehouse.shop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that are made, a batch being one, and asks how the database reads those of pages. */
final class CountingDataSource extends DelegatingDataSource {
    private static final AtomicLong STATEMENTS = new AtomicLong();
    private static final List<Plan> PLANS = new CopyOnWriteArrayList<>();
    private static volatile boolean explaining;

    /** How the database reads what a statement asks for: a row for each table, by column. */
    record Plan(String sql, List<Map<String, String>> tables) {}

    CountingDataSource(DataSource target) {
        super(target);
    }

    static long statements() {
        return STATEMENTS.get();
    }

    /** How the pages are read that this work asks for. */
    static List<Plan> plans(Runnable work) {
        PLANS.clear();
        explaining = true;
        try {
            work.run();
        } finally {
            explaining = false;
        }
        return List.copyOf(PLANS);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection target = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        STATEMENTS.incrementAndGet();
                    }
                    try {
                        Object made = method.invoke(target, arguments);
                        return explaining
                                        && forARequest()
                                        && made instanceof PreparedStatement statement
                                        && String.valueOf(arguments[0]).contains("limit ?")
                                ? explained(target, String.valueOf(arguments[0]), statement)
                                : made;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Not for the clockwork, which goes on meanwhile. */
    private static boolean forARequest() {
        return Thread.currentThread().getName().contains("-exec-");
    }

    /** The statement, whose parameters are also set on one that explains it; that is asked first. */
    private static PreparedStatement explained(Connection connection, String sql, PreparedStatement target)
            throws SQLException {
        PreparedStatement explain = connection.prepareStatement("explain " + sql);
        return (PreparedStatement) Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    boolean parameter = method.getName().startsWith("set")
                            && arguments.length > 1
                            && arguments[0] instanceof Integer;
                    try {
                        if (parameter) {
                            method.invoke(explain, arguments);
                        }
                        if (method.getName().equals("executeQuery")) {
                            PLANS.add(new Plan(sql, tables(explain)));
                        }
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<Map<String, String>> tables(PreparedStatement explain) throws SQLException {
        List<Map<String, String>> tables = new ArrayList<>();
        try (explain;
                ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                Map<String, String> table = new HashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    table.put(rows.getMetaData().getColumnLabel(i), String.valueOf(rows.getString(i)));
                }
                tables.add(table);
            }
        }
        return tables;
    }
}
