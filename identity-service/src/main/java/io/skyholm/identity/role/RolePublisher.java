package io.skyholm.identity.role;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.RoleFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a role is now. */
@Singleton
class RolePublisher {

    private final Outbox outbox;

    RolePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<RoleFact> type, Role role) {
        outbox.publish(
                work,
                type,
                new RoleFact(
                        role.id,
                        role.generation,
                        role.tenantId,
                        role.name,
                        role.description,
                        role.isDefault,
                        role.permissions(),
                        role.createdAt,
                        role.updatedAt,
                        role.createdBy,
                        role.updatedBy,
                        role.deletedAt));
    }
}
