package io.skyholm.network.host;

import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.PortWish;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.network.port.StalePorts;
import io.skyholm.network.traffic.TrafficCounts;
import io.skyholm.runtime.host.HostKeys;
import io.skyholm.runtime.host.HostReports;
import io.skyholm.runtime.host.HostWishes;
import io.skyholm.runtime.host.WishGeneration;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Notes what hosts made of their wishes for ports and what these carried, and has removed what should not be there. */
@ApplicationScoped
class HostListener {

    private static final String SEEN = " from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::boolean[],"
            + " $6::timestamptz[]) as seen (id, host, generation, state, settled, at)";

    /** An older report, or what an older wish led to, says nothing against a newer one; what is under way proves nothing yet. */
    private static final String NOTE = """
            update port set seen_at = seen.at, seen_state = seen.state,
                seen_generation = case when seen.settled then seen.generation else seen_generation end""" + SEEN + """
             where port.id = seen.id and port.compute_machine_id = seen.host and port.deleted_at is null
                and (seen.generation > port.seen_generation
                    or seen.generation = port.seen_generation and coalesce(port.seen_at <= seen.at, true))
                and (seen.settled or seen.state <> 'ABSENT')
                and (seen.state, seen.generation) is distinct from (port.seen_state, port.seen_generation)
            returning port.instance_id, port.is_wished""";

    /** They are held, so that one that comes back to such a host at the same moment is told of after this, and not before. */
    private static final String ORPHANS = """
            select port.id, seen.host, port.wish_generation, seen.state, port.instance_id,
                port.tenant_id, port.subnet_id, port.mac_address""" + SEEN + """
             join port on port.id = seen.id
            where port.deleted_at is not null or port.compute_machine_id <> seen.host
            order by port.id for share of port""";

    private final HostReports reports;
    private final HostKeys keys;
    private final HostWishes wishes;
    private final ReconcileQueue queue;
    private final TrafficCounts traffic;

    HostListener(HostReports reports, HostKeys keys, HostWishes wishes, ReconcileQueue queue, TrafficCounts traffic) {
        this.reports = reports;
        this.keys = keys;
        this.wishes = wishes;
        this.queue = queue;
        this.traffic = traffic;
    }

    @Incoming("host-reports")
    Uni<Void> receive(ConsumerRecords<String, String> records) {
        return reports.receive(records, keys, SeenPorts::isOfThings, this::note);
    }

    private Uni<Void> note(Work work, List<HostReport> told) {
        SeenPorts seen = SeenPorts.in(told);
        return seen.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.query(ORPHANS, seen.columns())
                        .invoke(rows -> remove(work, rows))
                        .chain(() -> work.query(NOTE, seen.columns()))
                        .invoke(rows -> wake(work, rows))
                        .chain(() -> traffic.note(work, told));
    }

    /** Only who waits for a port to be gone waits for hosts. */
    private void wake(Work work, ReactiveConnection.Result rows) {
        while (rows.hasNext()) {
            Object[] row = rows.next();
            if (!Boolean.TRUE.equals(row[1])) {
                queue.wake(work, StalePorts.WAKES, (UUID) row[0]);
            }
        }
    }

    /** A port that is gone, or another host's, is wished away until it is. */
    private void remove(Work work, ReactiveConnection.Result rows) {
        while (rows.hasNext()) {
            Object[] row = rows.next();
            UUID host = (UUID) row[1];
            if (ThingState.ABSENT.name().equals(row[3])) {
                wishes.withdraw(work, host, new ThingKey(ThingKind.PORT, (UUID) row[0]), generation(row));
            } else {
                wishes.tell(work, host, away(row));
            }
        }
    }

    private static long generation(Object[] row) {
        return WishGeneration.ofOrphan((Long) row[2]);
    }

    private static PortWish away(Object[] row) {
        return new PortWish(
                (UUID) row[0],
                generation(row),
                false,
                (UUID) row[4],
                (UUID) row[5],
                (UUID) row[6],
                (String) row[7],
                null,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
