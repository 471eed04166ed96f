package io.skyholm.local.books;

import io.skyholm.local.database.Databases;
import io.skyholm.local.home.Site;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a service keeps in tables whose rows are deleted when they are old, as its housekeeping saw it last.
 *
 * @param rows about how many
 * @param table where the oldest row is
 * @param since the time of that row
 * @param late how much longer than meant a row has been kept; nothing if none was
 */
public record RetentionFigures(
        String service,
        long rows,
        long bytes,
        @Nullable String table,
        @Nullable Instant since,
        Duration late) {

    private static final String SERVICES =
            "select schemaname, quote_ident(schemaname) from pg_tables where tablename = 'retention' order by schemaname";
    /** Of every service that has a schema. */
    public static List<RetentionFigures> at(Site site) throws SQLException {
        Databases databases = new Databases(site.ports().of("postgres"), site.secrets());
        try (Connection connection = databases.everything();
                Statement services = connection.createStatement();
                ResultSet found = services.executeQuery(SERVICES)) {
            List<RetentionFigures> kept = new ArrayList<>();
            while (found.next()) {
                kept.add(of(connection, found.getString(1), found.getString(2)));
            }
            return kept;
        }
    }

    /** Whether old rows come faster than they go, or something keeps them. */
    public boolean isLate() {
        return late.compareTo(Duration.ofMinutes(10)) > 0;
    }

    private static RetentionFigures of(Connection connection, String service, String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
            select coalesce(sum(row_estimate), 0)::bigint as rows, coalesce(sum(bytes), 0)::bigint as bytes,
                min(oldest) as since,
                (array_agg(table_name order by oldest) filter (where oldest is not null))[1] as oldest_table,
                coalesce(greatest(max(extract(epoch from checked_at - oldest) - kept_seconds), 0), 0)::bigint as late
            from %s.retention where kept_seconds is not null""".formatted(schema))) {
            row.next();
            return new RetentionFigures(
                    service,
                    row.getLong("rows"),
                    row.getLong("bytes"),
                    row.getString("oldest_table"),
                    Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant)
                            .orElse(null),
                    Duration.ofSeconds(row.getLong("late")));
        }
    }
}
