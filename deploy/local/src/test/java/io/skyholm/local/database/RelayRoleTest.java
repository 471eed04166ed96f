package io.skyholm.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.home.Site;
import io.skyholm.local.suite.TestPlatform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the role of the relay sees of a real database: what services wrote to their outboxes. */
class RelayRoleTest {
    private final Site platform = TestPlatform.with("postgres").suite().site();

    @Test
    void tablesAreNotItsToRead() throws SQLException {
        try (Connection everything = new Databases(platform.ports().of("postgres"), platform.secrets()).everything();
                Statement owner = everything.createStatement()) {
            owner.execute("create table if not exists identity.password_of_somebody (id int)");
        }
        assertThatThrownBy(() -> asRelay("skyholm", "select * from identity.password_of_somebody"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asRelay("skyholm", "create publication everything for all tables"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void changesOfTablesWithoutAnOutboxAreNotItsToDecode() {
        assertThatThrownBy(() -> asRelay(
                        "skyholm", "select pg_create_logical_replication_slot('everything', 'test_decoding', true)"))
                .hasMessageContaining("test_decoding");
    }

    @Test
    void theClusterIsNotItsToCopy() {
        Properties physical = login();
        physical.setProperty("replication", "true");
        physical.setProperty("assumeMinServerVersion", "18");
        physical.setProperty("preferQueryMode", "simple");

        assertThatThrownBy(() -> DriverManager.getConnection(url("skyholm"), physical))
                .hasMessageContaining("pg_hba.conf");
    }

    @Test
    void otherDatabasesAreClosedToIt() throws SQLException {
        assertThatThrownBy(() -> asRelay("keycloak", "select 1")).hasMessageContaining("pg_hba.conf");
        assertThat(asRelay("skyholm", "select current_user")).isEqualTo("debezium");
    }

    private String asRelay(String database, String query) throws SQLException {
        try (Connection relay = DriverManager.getConnection(url(database), login());
                Statement statement = relay.createStatement()) {
            if (!statement.execute(query)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private Properties login() {
        Properties login = new Properties();
        login.setProperty("user", "debezium");
        login.setProperty("password", platform.secrets().password("debezium"));
        return login;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + platform.ports().of("postgres") + "/" + database;
    }
}
