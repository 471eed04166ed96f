package io.skyholm.local.database;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.home.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema of a service to what its jars ask for, as the schema's owner. That is done here so that the service
 * need not know the owner's password, nor spend a part of each start on it.
 */
public record Migrations(Site site, String service) {

    /** Does nothing if these migrations have been made already. */
    public void run() {
        try {
            MigrationScripts scripts = MigrationScripts.unpack(
                    Module.ofService(service).ownJars(site.checkout().root()),
                    site.data().root().resolve("run/migrations").resolve(service));
            String state = "migrated " + scripts.fingerprint();
            try (Connection database = databases().everything();
                    Statement statement = database.createStatement()) {
                if (!comment(statement).equals(state)) {
                    flyway(scripts).migrate();
                    statement.execute("comment on schema " + service + " is '" + state + "'");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the migrations of " + service, failure);
        } catch (FlywayException | SQLException failure) {
            throw problem(service, failure);
        }
    }

    /** A database that went away says nothing about the migration, and even less about the data. */
    static LaunchProblem problem(String service, Exception failure) {
        String remedy = isOfConnection(failure)
                ? "PostgreSQL went away: see ./skyholm logs postgres, then try again; the data is not to blame"
                : "mend the migration; if the data is of no use, ./skyholm reset makes new data";
        return new LaunchProblem(
                "the schema of " + service + " could not be migrated: " + failure.getMessage(), remedy, failure);
    }

    private static boolean isOfConnection(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && (sql.getSQLState().startsWith("08")
                                || sql.getSQLState().startsWith("57P")));
    }

    private Flyway flyway(MigrationScripts scripts) {
        String database = "jdbc:postgresql://127.0.0.1:" + site.ports().of("postgres") + "/skyholm";
        return Flyway.configure()
                .loggers("slf4j")
                .dataSource(database, service + "_owner", site.secrets().password(service + "_owner"))
                .connectRetries(5)
                .schemas(service)
                .createSchemas(scripts.flag("create-schemas"))
                .outOfOrder(scripts.flag("out-of-order"))
                .locations(scripts.locations())
                .load();
    }

    /** Which scripts were run is written on the schema itself: so it is true of this database, wherever that runs or came from. */
    private String comment(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select coalesce(obj_description(to_regnamespace('" + service + "'), 'pg_namespace'), '')")) {
            row.next();
            return row.getString(1);
        }
    }

    private Databases databases() {
        return new Databases(site.ports().of("postgres"), site.secrets());
    }
}
