package io.skyholm.local.books;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.host.Observation;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephListing;
import io.skyholm.local.database.Databases;
import io.skyholm.local.home.Site;
import io.skyholm.local.libvirt.GuestListing;
import io.skyholm.local.libvirt.RealHosts;
import io.skyholm.local.part.KafkaAccess;
import io.skyholm.local.store.ObjectStore;
import io.skyholm.local.store.StoreSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Makes all comparisons at one site. What hosts said last lies beside the services' tables for as long as they take, as
 * {@code observed_inventory} and {@code observed_thing}, what is in Ceph as {@link CephBooks} has it, what is in object stores as {@link StoreBooks} does, and what hosts of real guests have as {@link GuestBooks} does.
 *
 * @param ceph what is in the cluster in which hosts keep their disks, if they do
 * @param stores in which storage has bytes
 * @param guests what is on the hosts that run real guests
 */
public record BookCheck(Site site, Optional<CephListing> ceph, List<ObjectStore> stores, GuestListing guests) {
    private static final Duration HEARD_WITHIN = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_ROWS = 20;
    private static final String OBSERVED = """
            create temporary table observed_inventory (host_id uuid primary key, at timestamptz not null);
            create temporary table observed_thing (
                host_id uuid, kind text, id uuid, generation bigint, state text, settled boolean,
                counted_since timestamptz, received_bytes bigint, sent_bytes bigint)""";

    /** What a host told before it was fenced is known to be so no longer. */
    private static final String PAST = """
            with gone as (
                delete from observed_inventory told using compute.compute_machine machine
                where machine.id = told.host_id and machine.fenced_at >= told.at returning told.host_id)
            delete from observed_thing thing using gone where thing.host_id = gone.host_id""";

    /** Of a suite whose disks are where it keeps them. */
    public BookCheck(Site site) {
        this(
                site,
                Optional.of(site)
                        .filter(one -> CephFiles.areWanted(one.data()))
                        .map(CephFiles::new)
                        .map(CephListing::new));
    }

    /** Of one whose object stores are those that it tells storage of. */
    public BookCheck(Site site, Optional<CephListing> ceph) {
        this(site, ceph, new GuestListing(new RealHosts(site)));
    }

    /** Of one with hosts beside it. */
    public BookCheck(Site site, Optional<CephListing> ceph, GuestListing guests) {
        this(site, ceph, StoreSettings.of(site).stores(), guests);
    }

    /** What is on its way looks like a difference for a moment: what is found counts if it is still there in the end. */
    public List<Outcome> outcomes(Duration timeout) {
        Stopwatch waiting = Stopwatch.started();
        List<Outcome> outcomes = outcomes();
        while (!outcomes.stream().allMatch(Outcome::agrees) && !waiting.isPast(timeout)) {
            BoundedWait.pause(PAUSE);
            outcomes = outcomes();
        }
        return outcomes;
    }

    private List<Outcome> outcomes() {
        Databases databases = new Databases(site.ports().of("postgres"), site.secrets());
        try (Connection connection = databases.everything()) {
            lay(connection, new HostReports(new KafkaAccess(site).settings()).within(HEARD_WITHIN));
            if (ceph.isPresent()) {
                new CephBooks(ceph.get()).lay(connection);
            }
            new StoreBooks(stores).lay(connection, exists(connection, "storage.object_part"));
            if (!guests.hostnames().isEmpty()) {
                new GuestBooks(guests).lay(connection);
            }
            forgetThePast(connection);
            List<Outcome> outcomes = new ArrayList<>();
            for (Comparison comparison : Comparison.all()) {
                outcomes.add(outcome(connection, comparison));
            }
            return outcomes;
        } catch (SQLException | KafkaException failure) {
            throw new LaunchProblem(
                    "the books cannot be read: " + failure.getMessage(),
                    "./skyholm up starts what keeps them",
                    failure);
        }
    }

    private static void lay(Connection connection, List<HostReports.Latest> reports) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OBSERVED);
        }
        try (PreparedStatement host = connection.prepareStatement("insert into observed_inventory values (?, ?)");
                PreparedStatement thing =
                        connection.prepareStatement("insert into observed_thing values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (HostReports.Latest report : reports) {
                add(host, report.hostId(), moment(report.at()));
                for (Observation one : report.things()) {
                    PortTraffic traffic = one.traffic();
                    add(
                            thing,
                            report.hostId(),
                            one.kind().name(),
                            one.id(),
                            one.generation(),
                            one.state().name(),
                            one.settled(),
                            traffic == null ? null : moment(traffic.countedSince()),
                            traffic == null ? null : traffic.receivedBytes(),
                            traffic == null ? null : traffic.sentBytes());
                }
            }
            host.executeBatch();
            thing.executeBatch();
        }
    }

    private static void add(PreparedStatement rows, @Nullable Object... values) throws SQLException {
        for (int column = 0; column < values.length; column++) {
            rows.setObject(column + 1, values[column]);
        }
        rows.addBatch();
    }

    /** As exact as services keep it. */
    private static OffsetDateTime moment(Instant instant) {
        return instant.truncatedTo(MICROS).atOffset(ZoneOffset.UTC);
    }

    private static void forgetThePast(Connection connection) throws SQLException {
        if (exists(connection, "compute.compute_machine")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(PAST);
            }
        }
    }

    private static Outcome outcome(Connection connection, Comparison comparison) throws SQLException {
        for (String table : comparison.tables()) {
            if (!exists(connection, table)) {
                return Outcome.withoutTable(comparison, table);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            try (ResultSet found = statement.executeQuery(comparison.sql())) {
                return Outcome.of(comparison, lines(found));
            }
        } catch (SQLException unfit) {
            return Outcome.of(comparison, List.of("cannot be compared: " + unfit.getMessage()));
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    private static List<String> lines(ResultSet found) throws SQLException {
        List<String> lines = new ArrayList<>();
        ResultSetMetaData columns = found.getMetaData();
        while (found.next()) {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                values.add(columns.getColumnLabel(column) + "=" + found.getString(column));
            }
            lines.add(String.join(" ", values));
        }
        return lines;
    }
}
