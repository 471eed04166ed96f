package io.skyholm.system.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks into the database: as the operator, who sees everything, or as a service's own role. */
public final class Database {

    private final String user;
    private final String password;

    private Database(String user, String password) {
        this.user = user;
        this.password = password;
    }

    public static Database asOperator() {
        return new Database("postgres", RunningSuite.site().secrets().password("postgres"));
    }

    public static Database as(String service) {
        Map<String, String> environment = RunningSuite.environmentOf(service);
        return new Database(
                environment.getOrDefault("SKYHOLM_DB_USER", ""), environment.getOrDefault("SKYHOLM_DB_PASSWORD", ""));
    }

    /** Changes rows past every service. */
    public void change(String statements) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The number that the last of these statements, run in one transaction, selects. */
    public long number(String... statements) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            try (ResultSet rows = statement.executeQuery(statements[statements.length - 1])) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The texts that a query selects, in its order. */
    public List<String> texts(String query) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Connection connection() throws SQLException {
        String url =
                "jdbc:postgresql://127.0.0.1:" + RunningSuite.site().ports().of("postgres") + "/skyholm";
        return DriverManager.getConnection(url, user, password);
    }
}
