package io.skyholm.runtime.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks into a service's schema past the service, as a superuser who sees every row or as the service's own role. */
public final class Sql {

    private static final String BIND = "select set_config('skyholm.tenant', ?, true)";

    private final String schema;
    private final String user;
    private final String tenant;

    private Sql(String schema, String user, String tenant) {
        this.schema = schema;
        this.user = user;
        this.tenant = tenant;
    }

    /** As a superuser, to whom row level security does not apply. */
    public static Sql asSuperuser(String service) {
        return new Sql(service, "postgres", "");
    }

    /** As the service's own role, outside any tenant. */
    public static Sql asService(String service) {
        return new Sql(service, service + "_service", "");
    }

    /** The same, in transactions of that tenant. */
    public Sql ofTenant(UUID tenant) {
        return new Sql(schema, user, tenant.toString());
    }

    /** The rows that a query finds, by the names of its columns. */
    public List<Map<String, @Nullable Object>> rows(String query, Object... parameters) {
        return within(connection -> {
            try (PreparedStatement statement = prepare(connection, query, parameters);
                    ResultSet found = statement.executeQuery()) {
                return read(found);
            }
        });
    }

    /** The only value that a query finds. */
    public Object value(String query, Object... parameters) {
        Map<String, @Nullable Object> row = rows(query, parameters).getFirst();
        return String.valueOf(row.values().iterator().next());
    }

    /** The number that a query finds. */
    public long number(String query, Object... parameters) {
        return Long.parseLong(String.valueOf(value(query, parameters)));
    }

    /** Changes rows and tells how many. */
    public int change(String statement, Object... parameters) {
        return within(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
                return prepared.executeUpdate();
            }
        });
    }

    /** Does something while nobody can read or write a table. */
    public void whileLocked(String table, Runnable work) {
        within(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("lock table " + table)) {
                lock.execute();
            }
            work.run();
            return table;
        });
    }

    private <T> T within(Action<T> action) {
        try {
            Connection connection = SqlConnections.take(schema, user);
            try {
                T result = committed(connection, action);
                SqlConnections.giveBack(schema, user, connection);
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    private <T> T committed(Connection connection, Action<T> action) throws SQLException {
        try (PreparedStatement bind = prepare(connection, BIND, tenant)) {
            bind.execute();
        }
        T result = action.on(connection);
        connection.commit();
        return result;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }

    private static List<Map<String, @Nullable Object>> read(ResultSet found) throws SQLException {
        ResultSetMetaData columns = found.getMetaData();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (found.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                row.put(columns.getColumnLabel(column), found.getObject(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private interface Action<T> {
        T on(Connection connection) throws SQLException;
    }
}
