package io.skyholm.storage.price;

import io.skyholm.events.billing.PlanFact;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from billing what so many GiB of storage cost; an older fact never replaces a newer. */
@ApplicationScoped
class PriceListener {

    private static final String CONSUMER = "plans-by-month";
    private static final String NOTE = """
            insert into known_price as known (id, generation, kind, disk_type, size_gb, hourly_rate, monthly_rate, currency, is_retired)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do update set generation = excluded.generation, kind = excluded.kind,
                disk_type = excluded.disk_type, size_gb = excluded.size_gb, hourly_rate = excluded.hourly_rate,
                monthly_rate = excluded.monthly_rate, currency = excluded.currency, is_retired = excluded.is_retired
            where known.generation < excluded.generation
                or known.generation = excluded.generation and known.monthly_rate is null""";

    private final Inbox inbox;

    PriceListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("plans")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, PlanFact.class, PriceListener::note);
    }

    private static void note(Work work, PlanFact plan) {
        if (isOfStorage(plan.kind())) {
            work.send(
                    NOTE,
                    plan.id(),
                    plan.generation(),
                    plan.kind().name(),
                    plan.diskType() == null ? null : plan.diskType().name(),
                    plan.diskGb(),
                    new BigDecimal(plan.hourlyRate()),
                    new BigDecimal(plan.monthlyRate()),
                    plan.currency(),
                    plan.deletedAt() != null);
        }
    }

    private static boolean isOfStorage(PlanKind kind) {
        return switch (kind) {
            case DISK, SNAPSHOT, BACKUP, IMAGE -> true;
            case VPS, CONTAINER -> false;
        };
    }
}
