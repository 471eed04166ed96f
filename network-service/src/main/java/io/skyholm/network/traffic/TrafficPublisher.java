package io.skyholm.network.traffic;

import io.skyholm.events.network.TrafficEvents;
import io.skyholm.events.network.TrafficFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

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
                to_char(traffic.month, 'YYYY-MM') as month, passed.received_bytes, passed.sent_bytes, traffic.allowance_gb,
                traffic.told_percent as passed_percent""";

    private final Outbox outbox;

    TrafficPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Looks at those months, and tells what was not told yet. */
    Uni<Void> tell(Work work, TrafficCounts.Months months) {
        return months.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.list(TrafficFact.class, PASS, months.portColumn(), months.monthColumn())
                        .invoke(passed -> passed.forEach(fact -> publish(work, fact)))
                        .replaceWithVoid();
    }

    private void publish(Work work, TrafficFact fact) {
        outbox.publish(work, fact.passedPercent() == ALL ? TrafficEvents.USED_UP : TrafficEvents.NEARLY_USED_UP, fact);
    }
}
