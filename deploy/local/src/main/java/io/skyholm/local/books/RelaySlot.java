package io.skyholm.local.books;

import io.skyholm.local.Http;
import io.skyholm.local.Services;
import io.skyholm.local.database.Databases;
import io.skyholm.local.home.Site;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a relay of outboxes is with the write-ahead log.
 *
 * @param isRead whether a relay is connected
 * @param still for how long it has confirmed nothing though there was something; empty where no service runs that watches it
 */
public record RelaySlot(String name, boolean isRead, long behindBytes, Optional<Duration> still) {

    /** Its heartbeat moves it every 10 s; what takes six of them is no pause. */
    private static final Duration LONGEST_STILL = Duration.ofMinutes(1);

    private static final String SLOTS = """
            select slot_name, active, coalesce(pg_current_wal_lsn() - confirmed_flush_lsn, 0)::bigint as behind
            from pg_replication_slots where slot_name like 'skyholm\\_outbox%' order by slot_name""";

    /** All of the suite. */
    public static List<RelaySlot> at(Site site) throws SQLException {
        String watched = metrics(site);
        Databases databases = new Databases(site.ports().of("postgres"), site.secrets());
        try (Connection connection = databases.everything();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SLOTS)) {
            List<RelaySlot> slots = new ArrayList<>();
            while (row.next()) {
                String name = row.getString("slot_name");
                slots.add(new RelaySlot(name, row.getBoolean("active"), row.getLong("behind"), stillOf(name, watched)));
            }
            return slots;
        }
    }

    /** Whether events wait for somebody to look at the relay. */
    public boolean isHeldUp() {
        return !isRead
                || still.filter(time -> time.compareTo(LONGEST_STILL) > 0).isPresent();
    }

    /** What a service's metrics say of a slot. */
    static Optional<Duration> stillOf(String slot, String metrics) {
        Matcher found = Pattern.compile(
                        "^skyholm_relay_still_seconds\\{[^}]*slot=\"" + Pattern.quote(slot) + "\"[^}]*} (\\S+)$",
                        Pattern.MULTILINE)
                .matcher(metrics);
        return found.find()
                ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(found.group(1)) * 1e3)))
                : Optional.empty();
    }

    /** Those of the first service that answers: each of them watches all slots. */
    private static String metrics(Site site) {
        return Services.ALL.stream()
                .flatMap(service -> metricsOf(site, service).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> metricsOf(Site site, String service) {
        try {
            HttpResponse<String> answer = Http.get(site.http(service) + "/q/metrics");
            return Optional.of(answer.body()).filter(text -> answer.statusCode() == 200);
        } catch (UncheckedIOException notThere) {
            return Optional.empty();
        }
    }
}
