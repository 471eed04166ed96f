package io.skyholm.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.database.Databases;
import io.skyholm.local.home.Site;
import io.skyholm.local.suite.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code ./skyholm status} says of what services keep, from what their housekeeping wrote down. */
class RetentionFiguresTest {

    private final Site site = TestPlatform.with("postgres").suite().site();

    @BeforeEach
    void serviceWithHousekeeping() throws SQLException {
        execute("""
                create table support.retention (table_name text primary key, kept_seconds bigint, reason text,
                    row_estimate bigint, bytes bigint, oldest timestamptz, checked_at timestamptz)""");
    }

    @AfterEach
    void end() throws SQLException {
        execute("drop table support.retention");
    }

    @Test
    void rowsAndBytesAreThoseOfAllTablesThatExpireAndTheOldestRowNamesItsTable() throws SQLException {
        execute("""
                insert into support.retention values
                    ('outbox_event', 3600, null, 70, 1000, '2026-02-01T12:00:00Z', '2026-02-01T12:30:00Z'),
                    ('inbox_event', 7200, null, 30, 500, '2026-02-01T11:00:00Z', '2026-02-01T12:30:00Z'),
                    ('login', 7200, null, 0, 8, null, '2026-02-01T12:30:00Z'),
                    ('note', null, 'stays', null, null, null, null)""");
        assertThat(RetentionFigures.at(site))
                .containsExactly(new RetentionFigures(
                        "support", 100, 1508, "inbox_event", Instant.parse("2026-02-01T11:00:00Z"), Duration.ZERO));
    }

    @Test
    void whatIsKeptMuchLongerThanMeantIsLate() throws SQLException {
        execute("""
                insert into support.retention values
                    ('outbox_event', 3600, null, 70, 1000, '2026-02-01T11:00:00Z', '2026-02-01T12:30:00Z')""");
        RetentionFigures kept = RetentionFigures.at(site).getFirst();
        assertThat(kept.late()).isEqualTo(Duration.ofMinutes(30));
        assertThat(kept.isLate()).isTrue();
    }

    @Test
    void aServiceWhoseHousekeepingHasNotRunYetKeepsNothing() throws SQLException {
        assertThat(RetentionFigures.at(site))
                .containsExactly(new RetentionFigures("support", 0, 0, null, null, Duration.ZERO));
    }

    private void execute(String sql) throws SQLException {
        Databases databases = new Databases(site.ports().of("postgres"), site.secrets());
        try (Connection connection = databases.everything();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
