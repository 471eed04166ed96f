package io.skyholm.network.securitygroup;

import io.skyholm.events.EventType;
import io.skyholm.events.network.SecurityGroupFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a security group is now. */
@Singleton
class SecurityGroupPublisher {

    private final Outbox outbox;

    SecurityGroupPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<SecurityGroupFact> type, SecurityGroup group) {
        outbox.publish(
                work,
                type,
                new SecurityGroupFact(
                        group.id,
                        group.generation,
                        group.tenantId,
                        group.name,
                        group.description,
                        group.isDefault,
                        group.rules,
                        group.createdAt,
                        group.updatedAt,
                        group.createdBy,
                        group.updatedBy,
                        group.deletedAt));
    }
}
