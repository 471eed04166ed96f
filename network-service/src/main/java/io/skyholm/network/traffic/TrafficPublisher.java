package io.skyholm.network.traffic;

import io.skyholm.events.network.TrafficEvents;
import io.skyholm.events.network.TrafficFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Tells the world which ports passed a part of their month's allowance, each part once. */
@Singleton
class TrafficPublisher {

    private static final int ALL = 100;

    /** Whoever passes both parts at once is told of the greater alone. */
    private static final String PASS = """
            update traffic set generation = traffic.generation + 1, told_percent = passed.percent
            from (
                select month_of.id, carried.received_bytes, carried.sent_bytes,
                    case when carried.received_bytes + carried.sent_bytes >= month_of.allowance_gb * 1e9 then 100
                         when carried.received_bytes + carried.sent_bytes >= month_of.allowance_gb * 8e8 then 80
                         else 0 end as percent
                from unnest($1::uuid[], $2::date[]) as changed (port_id, month)
                join traffic month_of on month_of.port_id = changed.port_id and month_of.month = changed.month,
                    lateral traffic_carried(month_of.port_id, month_of.month) carried
                where month_of.allowance_gb is not null) passed
            where traffic.id = passed.id and traffic.told_percent < passed.percent
            returning traffic.id, traffic.generation, traffic.tenant_id, traffic.instance_id, traffic.port_id,
                traffic.month, passed.received_bytes, passed.sent_bytes, traffic.allowance_gb, traffic.told_percent""";

    private final Outbox outbox;

    TrafficPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Looks at those months, and tells what was not told yet. */
    Uni<Void> tell(Work work, TrafficCounts.Months months) {
        return months.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.query(PASS, months.portColumn(), months.monthColumn())
                        .invoke(rows -> publish(work, rows))
                        .replaceWithVoid();
    }

    private void publish(Work work, ReactiveConnection.Result rows) {
        while (rows.hasNext()) {
            TrafficFact fact = fact(rows.next());
            outbox.publish(
                    work, fact.passedPercent() == ALL ? TrafficEvents.USED_UP : TrafficEvents.NEARLY_USED_UP, fact);
        }
    }

    private static TrafficFact fact(Object[] row) {
        return new TrafficFact(
                (UUID) row[0],
                (Long) row[1],
                (UUID) row[2],
                (UUID) row[3],
                (UUID) row[4],
                YearMonth.from((LocalDate) row[5]).toString(),
                (Long) row[6],
                (Long) row[7],
                (Integer) row[8],
                (Integer) row[9]);
    }
}
