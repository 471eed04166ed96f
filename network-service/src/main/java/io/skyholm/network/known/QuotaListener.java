package io.skyholm.network.known;

import io.skyholm.events.Fact;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.quota.QuotaHolder;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns how many public addresses tenants, groups and users may hold, and which VLAN is a tenant's own. */
@ApplicationScoped
class QuotaListener {

    private static final String CONSUMER = "quotas";
    private static final String HOLDER = """
            insert into quota_holder as known (id, level, generation, tenant_id, most)
            values ($1, $2, $3, $4, $5)
            on conflict (id) do update set generation = excluded.generation, most = excluded.most
            where known.generation < excluded.generation""";
    private static final String VLAN = """
            insert into known_tenant_vlan as known (tenant_id, generation, vlan_id) values ($1, $2, $3)
            on conflict (tenant_id) do update set generation = excluded.generation, vlan_id = excluded.vlan_id
            where known.generation < excluded.generation""";

    private final Inbox inbox;

    QuotaListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("quotas")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, QuotaListener::note);
    }

    private static Uni<Void> note(Work work, Received received) {
        received.event().ifPresent(event -> note(work, event.data()));
        return Uni.createFrom().voidItem();
    }

    private static void note(Work work, Fact fact) {
        QuotaHolder.of(fact).ifPresent(holder -> note(work, holder));
        if (fact instanceof TenantFact tenant) {
            Integer vlan = tenant.deletedAt() == null ? tenant.vlanId() : null;
            work.send(VLAN, tenant.id(), tenant.generation(), vlan);
        }
    }

    private static void note(Work work, QuotaHolder holder) {
        work.send(
                HOLDER,
                holder.id(),
                holder.level().name(),
                holder.generation(),
                holder.tenantId(),
                holder.limits().publicAddresses());
    }
}
