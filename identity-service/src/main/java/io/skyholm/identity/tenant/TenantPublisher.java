package io.skyholm.identity.tenant;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a tenant is now. */
@Singleton
class TenantPublisher {

    private final Outbox outbox;

    TenantPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<TenantFact> type, Tenant tenant) {
        outbox.publish(
                work,
                type,
                new TenantFact(
                        tenant.id,
                        tenant.generation,
                        tenant.name,
                        tenant.description,
                        tenant.status,
                        tenant.adminUserId,
                        tenant.vlanId,
                        tenant.quotaConfig,
                        tenant.createdAt,
                        tenant.updatedAt,
                        tenant.createdBy,
                        tenant.updatedBy,
                        tenant.deletedAt));
    }
}
