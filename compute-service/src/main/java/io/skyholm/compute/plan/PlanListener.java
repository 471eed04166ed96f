package io.skyholm.compute.plan;

import io.skyholm.events.billing.PlanFact;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from billing which sizes of instances can be bought; an older fact never replaces a newer. */
@ApplicationScoped
class PlanListener {

    private static final String CONSUMER = "plans";
    private static final int MB_PER_GB = 1024;
    private static final String PLAN = """
            insert into known_plan as known (id, generation, name, cpu_cores, memory_gb, storage_gb, gpu_count, is_active, hourly_rate)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do update set generation = excluded.generation, name = excluded.name,
                cpu_cores = excluded.cpu_cores, memory_gb = excluded.memory_gb, storage_gb = excluded.storage_gb,
                gpu_count = excluded.gpu_count, is_active = excluded.is_active, hourly_rate = excluded.hourly_rate
            where known.generation < excluded.generation""";

    private final Inbox inbox;

    PlanListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("plans")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, PlanFact.class, PlanListener::note);
    }

    private static void note(Work work, PlanFact plan) {
        if (plan.kind() == PlanKind.VPS) {
            work.send(
                    PLAN,
                    plan.id(),
                    plan.generation(),
                    plan.name(),
                    plan.vcpus(),
                    plan.memoryMb() / MB_PER_GB,
                    plan.diskGb(),
                    plan.gpuCount(),
                    plan.isActive(),
                    new BigDecimal(plan.hourlyRate()));
        }
    }
}
