package io.skyholm.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.Site;
import io.skyholm.local.suite.TestPlatform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real database, with a jar of a few scripts in the place of a service that is not built here. */
class MigrationsTest {
    private static final String SERVICE = "storage";
    private static final String SETTINGS = "META-INF/microprofile-config.properties";
    private static final String IN_ANY_ORDER = """
            quarkus.flyway.locations=db/runtime, db/migration
            quarkus.flyway.create-schemas=false
            quarkus.flyway.out-of-order=true
            """;

    private final Site platform =
            TestPlatform.ofItsOwn("migrations", "postgres").suite().site();
    private final Map<String, String> scripts = new TreeMap<>();
    private final Path checkout;
    private final Migrations migrations;

    MigrationsTest(@TempDir Path checkout) {
        this.checkout = checkout;
        this.migrations = new Migrations(
                new Site(new Checkout(checkout), platform.generated(), platform.data(), platform.ports()), SERVICE);
    }

    @BeforeEach
    void anEmptySchemaAndAFirstScript() throws IOException, SQLException {
        execute("drop schema storage cascade");
        new Databases(platform.ports().of("postgres"), platform.secrets()).settle();
        scripts.put(SETTINGS, IN_ANY_ORDER);
        scripts.put("db/runtime/V0_1__volume.sql", "create table volume (id int)");
        build();
    }

    @Test
    void tablesBelongToTheOwnerAndTheServiceMayUseThem() throws SQLException {
        migrations.run();

        assertThat(text("select tableowner from pg_tables where schemaname = 'storage' and tablename = 'volume'"))
                .isEqualTo("storage_owner");
        assertThat(text("select has_table_privilege('storage_service', 'storage.volume', 'insert')"))
                .isEqualTo("t");
    }

    @Test
    void aNewScriptOfTheServiceIsRunAtItsNextStart() throws IOException, SQLException {
        migrations.run();
        scripts.put("db/migration/V1__snapshot.sql", "create table snapshot (id int)");
        build();

        migrations.run();

        assertThat(text("select count(*) from pg_tables where schemaname = 'storage' and tablename = 'snapshot'"))
                .isEqualTo("1");
    }

    @Test
    void whatIsMigratedAlreadyIsNotLookedAtAgain() throws SQLException {
        migrations.run();
        execute("drop table storage.flyway_schema_history");

        migrations.run();

        assertThat(text("select count(*) from pg_tables where schemaname = 'storage'"))
                .isEqualTo("1");
    }

    @Test
    void anotherDatabaseAtTheSamePlaceIsMigratedAsWell() throws SQLException {
        migrations.run();
        execute("drop schema storage cascade");
        new Databases(platform.ports().of("postgres"), platform.secrets()).settle();

        migrations.run();

        assertThat(text("select count(*) from pg_tables where schemaname = 'storage' and tablename = 'volume'"))
                .isEqualTo("1");
    }

    @Test
    void whatTheServiceSaysOfFlywayHolds() throws IOException, SQLException {
        scripts.put("db/migration/V2__snapshot.sql", "create table snapshot (id int)");
        build();
        migrations.run();
        scripts.put(SETTINGS, IN_ANY_ORDER.replace("out-of-order=true", "out-of-order=false"));
        scripts.put("db/migration/V1__image.sql", "create table image (id int)");
        build();

        assertThatThrownBy(migrations::run)
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("not applied to database");
        assertThat(text("select count(*) from pg_tables where schemaname = 'storage' and tablename = 'image'"))
                .isEqualTo("0");
    }

    @Test
    void aScriptThatFailsStopsTheStartAndIsTriedAgain() throws IOException, SQLException {
        scripts.put("db/migration/V1__snapshot.sql", "create tabel snapshot (id int)");
        build();
        assertThatThrownBy(migrations::run)
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContainingAll("storage", "V1__snapshot.sql");

        scripts.put("db/migration/V1__snapshot.sql", "create table snapshot (id int)");
        build();
        migrations.run();

        assertThat(text("select count(*) from pg_tables where schemaname = 'storage' and tablename = 'snapshot'"))
                .isEqualTo("1");
    }

    private void build() throws IOException {
        Path folder = Files.createDirectories(checkout.resolve("storage-service/target/quarkus-app/app"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("storage-service.jar")))) {
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                jar.putNextEntry(new ZipEntry(script.getKey()));
                jar.write(script.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = everything();
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = everything();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private Connection everything() throws SQLException {
        return new Databases(platform.ports().of("postgres"), platform.secrets()).everything();
    }
}
