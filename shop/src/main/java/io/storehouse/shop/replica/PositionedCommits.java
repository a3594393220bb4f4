package io.storehouse.shop.replica;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection whose commit tells, in the same round trip, where the binary log is after it. */
final class PositionedCommits implements InvocationHandler {
    private static final String COMMIT = "begin not atomic commit; select @@global.gtid_binlog_pos; end";

    private final Connection connection;
    private final Route route;

    private PositionedCommits(Connection connection, Route route) {
        this.connection = connection;
        this.route = route;
    }

    static Connection of(Connection connection, Route route) {
        return (Connection) Proxy.newProxyInstance(
                PositionedCommits.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new PositionedCommits(connection, route));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                commit();
                return null;
            }
            case "equals" -> {
                return proxy == Objects.requireNonNull(arguments)[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
    }

    private void commit() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(COMMIT);
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                Gtids.parse(result.getString(1)).ifPresent(route::saw);
            }
        }
    }
}
