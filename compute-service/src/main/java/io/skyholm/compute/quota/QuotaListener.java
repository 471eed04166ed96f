package io.skyholm.compute.quota;

import io.skyholm.events.Fact;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.UserFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Learns from identity's facts what may be held, and whose limits apply to whom. */
@ApplicationScoped
class QuotaListener {

    private static final String CONSUMER = "quotas";
    private static final String KNOW = """
            insert into quota_usage (scope_id, scope_kind, generation, tenant_id, parent_id, is_limited)
            values ($1, $2, 0, $3, $4, false) on conflict do nothing""";
    /** Whoever claims meanwhile, without a limit, holds this row; when they have committed, all of them are counted. */
    private static final String HOLD = "select 1 from quota_usage where scope_id = $1 for update";

    private static final String LIMIT = """
            update quota_usage usage set generation = $2, scope_kind = $3, parent_id = $4,
                is_limited = coalesce($5::bigint, $6::bigint, $7::bigint, $8::bigint, $9::bigint) is not null,
                max_instances = $5::bigint, max_vcpus = $6::bigint, max_memory_mb = $7::bigint,
                max_storage_gb = $8::bigint, max_gpus = $9::bigint,
                instances = held.instances, vcpus = held.vcpus, memory_mb = held.memory_mb,
                storage_gb = held.storage_gb, gpus = held.gpus
            from ({held}) held
            where usage.scope_id = $1 and usage.generation < $2""";
    private static final String MEMBER = """
            insert into known_member as known (id, generation, tenant_id, group_id, user_id, is_removed)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set generation = excluded.generation, is_removed = excluded.is_removed
            where known.generation < excluded.generation""";

    private final Inbox inbox;
    private final String limit;

    QuotaListener(Inbox inbox, HeldCharges held) {
        this.inbox = inbox;
        this.limit = LIMIT.replace("{held}", held.charges("$10", "$1"));
    }

    @Incoming("quotas")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        received.event().ifPresent(event -> note(work, event.data()));
        return Uni.createFrom().voidItem();
    }

    private void note(Work work, Fact fact) {
        switch (fact) {
            case TenantFact tenant -> limit(work, tenant, new Scope("TENANT", tenant.id(), null), tenant.quotaConfig());
            case GroupFact group ->
                limit(
                        work,
                        group,
                        new Scope("GROUP", group.tenantId(), group.parentGroupId()),
                        group.deletedAt() == null ? group.quotaConfig() : null);
            case UserFact user -> {
                if (user.tenantId() != null) {
                    limit(work, user, new Scope("USER", user.tenantId(), null), user.quotaConfig());
                }
            }
            case GroupMemberFact member ->
                work.send(
                        MEMBER,
                        member.id(),
                        member.generation(),
                        member.tenantId(),
                        member.groupId(),
                        member.userId(),
                        member.removedAt() != null);
            default -> {}
        }
    }

    private void limit(Work work, Fact fact, Scope scope, @Nullable QuotaConfig quota) {
        QuotaConfig most = quota == null ? QuotaConfig.UNLIMITED : quota;
        work.send(KNOW, fact.id(), scope.kind(), scope.tenantId(), scope.parentId());
        work.send(HOLD, fact.id());
        work.send(
                limit,
                fact.id(),
                fact.generation(),
                scope.kind(),
                scope.parentId(),
                most.instances(),
                most.vcpus(),
                most.memoryMb(),
                most.storageGb(),
                most.gpus(),
                scope.tenantId());
    }

    private record Scope(
            String kind, UUID tenantId, @Nullable UUID parentId) {}
}
