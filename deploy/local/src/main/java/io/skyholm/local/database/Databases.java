package io.skyholm.local.database;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Resource;
import io.skyholm.local.Services;
import io.skyholm.local.home.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Makes roles, databases, schemas and the outbox's publication and slot in a server, wherever that server runs. */
public record Databases(int port, Secrets secrets) {
    public static final String SUPERUSER = "postgres";
    private static final String MAINTENANCE = "postgres";
    private static final String SUITE = "skyholm";

    /** Whether the server takes connections. */
    public boolean answer() {
        try (Connection connection = connect(MAINTENANCE)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Makes what is missing; what is there stays as it is. */
    public void settle() {
        try {
            try (Connection server = connect(MAINTENANCE);
                    Statement statement = server.createStatement()) {
                statement.execute(Resource.text(
                        "postgres/roles.sql",
                        Map.of(
                                "debezium",
                                secrets.password("debezium"),
                                "keycloak",
                                secrets.password("keycloak_database"))));
                createDatabase(statement, SUITE, SUPERUSER);
                createDatabase(statement, "keycloak", "keycloak");
            }
            try (Connection suite = connect(SUITE);
                    Statement statement = suite.createStatement()) {
                for (String service : Services.ALL) {
                    statement.execute(Resource.text("postgres/service.sql", passwordsOf(service)));
                }
                statement.execute(Resource.text("postgres/outbox.sql"));
                List<Relay> relays = Relay.configured(System.getenv());
                refuseForgottenSlots(statement, relays);
                for (Relay relay : relays) {
                    statement.execute(Resource.text("postgres/slot.sql", Map.of("slot", relay.slot())));
                }
            }
        } catch (SQLException failure) {
            throw new LaunchProblem(
                    "PostgreSQL refused its first statements: " + failure.getMessage(),
                    "if the data directory comes from another version, ./skyholm reset makes a new one",
                    failure);
        }
    }

    /**
     * A slot that nobody reads keeps the log without end, and what its relay had not sent yet would be lost. Asked before any
     * slot is made: else one refused start would leave slots behind for which the earlier setting is refused, too.
     */
    private static void refuseForgottenSlots(Statement statement, List<Relay> relays) throws SQLException {
        String read = relays.stream().map(Relay::slot).collect(Collectors.joining("','"));
        try (ResultSet found = statement.executeQuery("select slot_name from pg_replication_slots"
                + " where slot_name like 'skyholm\\_outbox%' and slot_name not in ('" + read + "')")) {
            if (found.next()) {
                throw new LaunchProblem(
                        "a relay reads the replication slot " + found.getString(1) + ", and with " + Relay.VARIABLE
                                + " as it is now nobody would",
                        "set " + Relay.VARIABLE
                                + " to what it was (unset is one relay for all services); a shared relay"
                                + " can be given up only by ./skyholm reset, which deletes all data");
            }
        }
    }

    /** The suite's database, as a superuser from whom no row is hidden. */
    public Connection everything() throws SQLException {
        return connect(SUITE);
    }

    private Map<String, String> passwordsOf(String service) {
        return Map.of(
                "service", service,
                "ownerPassword", secrets.password(service + "_owner"),
                "servicePassword", secrets.password(service + "_service"));
    }

    /** CREATE DATABASE knows neither IF NOT EXISTS nor transactions. */
    private static void createDatabase(Statement statement, String name, String owner) throws SQLException {
        try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
            if (found.next()) {
                return;
            }
        }
        for (String command : List.of(
                "create database " + name + " owner " + owner, "revoke all on database " + name + " from public")) {
            statement.execute(command);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.password(SUPERUSER));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }
}
