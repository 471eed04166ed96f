package io.skyholm.runtime.testing;

import io.skyholm.local.suite.TestPlatform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Connections past the service, kept for the next statement: tests look often while they wait, and each new connection is
 * a process of the database. They end with the process.
 */
final class SqlConnections {

    private static final TestPlatform PLATFORM = TestPlatform.with("postgres");
    private static final Map<String, Queue<Connection>> IDLE = new ConcurrentHashMap<>();

    private SqlConnections() {}

    /** One of that role in that schema, for the caller alone. */
    static Connection take(String schema, String user) throws SQLException {
        Connection idle = idle(schema, user).poll();
        return idle == null ? connect(schema, user) : idle;
    }

    /** Only after a commit: one in which something failed is closed instead. */
    static void giveBack(String schema, String user, Connection connection) {
        idle(schema, user).add(connection);
    }

    private static Queue<Connection> idle(String schema, String user) {
        return IDLE.computeIfAbsent(schema + "/" + user, key -> new ConcurrentLinkedQueue<>());
    }

    private static Connection connect(String schema, String user) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", PLATFORM.suite().site().secrets().password(user));
        properties.setProperty("currentSchema", schema);
        String url = "jdbc:" + PLATFORM.environmentOf(schema).get("SKYHOLM_DB_URL");
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        return connection;
    }
}
