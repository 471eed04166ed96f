package io.skyholm.runtime.testing;

import io.skyholm.local.suite.TestPlatform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks into a service's schema past the service, as a superuser who sees every row or as the service's own role. */
public final class Sql {

    private static final TestPlatform PLATFORM = TestPlatform.with("postgres");
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

    private <T> T within(Action<T> action) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement bind = prepare(connection, BIND, tenant)) {
                bind.execute();
            }
            T result = action.on(connection);
            connection.commit();
            return result;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", PLATFORM.suite().site().secrets().password(user));
        properties.setProperty("currentSchema", schema);
        String url = "jdbc:" + PLATFORM.environmentOf(schema).get("SKYHOLM_DB_URL");
        return DriverManager.getConnection(url, properties);
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
