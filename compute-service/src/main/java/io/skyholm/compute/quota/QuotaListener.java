package io.skyholm.compute.quota;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.quota.QuotaHolder;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from identity's facts what may be held. */
@ApplicationScoped
class QuotaListener {

    private static final String CONSUMER = "quotas";
    private static final String KNOW = """
            insert into quota_usage (scope_id, scope_kind, generation, tenant_id, is_limited)
            values ($1, $2, 0, $3, false) on conflict do nothing""";
    /** Whoever claims meanwhile, without a limit, holds this row; when they have committed, all of them are counted. */
    private static final String HOLD = "select 1 from quota_usage where scope_id = $1 for update";

    private final Inbox inbox;
    private final String limit;

    QuotaListener(Inbox inbox, HeldCharges held) {
        this.inbox = inbox;
        this.limit = limit(held.charges("$9", "$1"));
    }

    private static String limit(String charges) {
        return """
            update quota_usage usage set generation = $2, scope_kind = $3,
                is_limited = coalesce($4::bigint, $5::bigint, $6::bigint, $7::bigint, $8::bigint) is not null,
                max_instances = $4::bigint, max_vcpus = $5::bigint, max_memory_mb = $6::bigint,
                max_storage_gb = $7::bigint, max_gpus = $8::bigint,
                instances = held.instances, vcpus = held.vcpus, memory_mb = held.memory_mb,
                storage_gb = held.storage_gb, gpus = held.gpus
            from (%s) held
            where usage.scope_id = $1 and usage.generation < $2""".formatted(charges);
    }

    @Incoming("quotas")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        received.event().flatMap(event -> QuotaHolder.of(event.data())).ifPresent(holder -> note(work, holder));
        return Uni.createFrom().voidItem();
    }

    private void note(Work work, QuotaHolder holder) {
        QuotaConfig most = holder.limits();
        String level = holder.level().name();
        work.send(KNOW, holder.id(), level, holder.tenantId());
        work.send(HOLD, holder.id());
        work.send(
                limit,
                holder.id(),
                holder.generation(),
                level,
                most.instances(),
                most.vcpus(),
                most.memoryMb(),
                most.storageGb(),
                most.gpus(),
                holder.tenantId());
    }
}
