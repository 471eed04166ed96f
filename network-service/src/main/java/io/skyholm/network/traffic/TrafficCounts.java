package io.skyholm.network.traffic;

import io.skyholm.events.host.HostReport;
import io.skyholm.network.port.MonthlyTraffic;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what ports carry, and says once when a part of a month's allowance is passed. */
@ApplicationScoped
public class TrafficCounts implements MonthlyTraffic {

    /** A host speaks for the ports that are on it alone. */
    private static final String COUNT = """
            insert into traffic_counter as known (port_id, month, compute_machine_id, counted_since, tenant_id,
                received_bytes, sent_bytes)
            select port.id, seen.month, seen.host, seen.since, port.tenant_id, seen.received, seen.sent
            from unnest($1::uuid[], $2::date[], $3::uuid[], $4::timestamptz[], $5::bigint[], $6::bigint[])
                as seen (id, month, host, since, received, sent)
            join port on port.id = seen.id and port.compute_machine_id = seen.host
            where port.deleted_at is null
            order by port.id, seen.month, seen.since
            on conflict (port_id, month, compute_machine_id, counted_since) do update
                set received_bytes = greatest(known.received_bytes, excluded.received_bytes),
                    sent_bytes = greatest(known.sent_bytes, excluded.sent_bytes)
                where known.received_bytes < excluded.received_bytes or known.sent_bytes < excluded.sent_bytes
            returning port_id, month""";

    /** Whoever changes the allowance meanwhile holds the port. */
    private static final String BEGIN = """
            insert into traffic (id, generation, tenant_id, instance_id, port_id, month, allowance_gb, told_percent)
            select begun.id, 0, port.tenant_id, port.instance_id, port.id, begun.month, port.traffic_allowance_gb, 0
            from unnest($1::uuid[], $2::uuid[], $3::date[]) as begun (id, port_id, month)
            join port on port.id = begun.port_id
            where not exists (
                select from traffic known where known.port_id = begun.port_id and known.month = begun.month)
            order by port.id, begun.month for share of port
            on conflict (port_id, month) do nothing""";

    /** A year back is none of a port's present allowance: only this month's is another from now on. */
    private static final String ALLOW = """
            update traffic set allowance_gb = $2, told_percent = 0
            where port_id = $1 and month = this_month() and allowance_gb is distinct from $2::integer
            returning port_id, month""";

    private final TrafficPublisher publisher;

    TrafficCounts(TrafficPublisher publisher) {
        this.publisher = publisher;
    }

    /** Counts what hosts report. */
    public Uni<Void> note(Work work, List<HostReport> reports) {
        CountedPorts counted = CountedPorts.in(reports, RealTime.now(), work::onCalendar);
        return counted.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.list(Month.class, COUNT, counted.columns())
                        .map(Months::new)
                        .chain(months -> carried(work, months));
    }

    @Override
    public String bytesThisMonth(String port) {
        return "select received_bytes + sent_bytes from traffic_carried(%s, this_month())".formatted(port);
    }

    @Override
    public Uni<Void> allow(Work work, UUID port, @Nullable Integer gigabytes) {
        return work.list(Month.class, ALLOW, port, gigabytes)
                .map(Months::new)
                .chain(months -> publisher.tell(work, months));
    }

    private Uni<Void> carried(Work work, Months months) {
        if (months.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // Lists show the newest id first, and ids of one millisecond have no order of their own: a later month gets a
        // later one.
        UUID[] ids =
                Stream.generate(Ids::next).limit(months.all().size()).sorted().toArray(UUID[]::new);
        work.send(BEGIN, ids, months.portColumn(), months.monthColumn());
        return publisher.tell(work, months);
    }

    /** A month of a port of which something changed. */
    record Month(UUID portId, LocalDate month) {}

    /** All of them, in columns as statements take them. */
    record Months(List<Month> all) {

        boolean isEmpty() {
            return all.isEmpty();
        }

        UUID[] portColumn() {
            return all.stream().map(Month::portId).toArray(UUID[]::new);
        }

        LocalDate[] monthColumn() {
            return all.stream().map(Month::month).toArray(LocalDate[]::new);
        }
    }
}
