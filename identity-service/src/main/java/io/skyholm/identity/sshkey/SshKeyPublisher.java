package io.skyholm.identity.sshkey;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.SshKeyFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what an SSH key is now. */
@Singleton
class SshKeyPublisher {

    private final Outbox outbox;

    SshKeyPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<SshKeyFact> type, SshKey key) {
        outbox.publish(
                work,
                type,
                new SshKeyFact(
                        key.id,
                        key.generation,
                        key.tenantId,
                        key.userId,
                        key.name,
                        key.publicKey,
                        key.fingerprint,
                        key.comment,
                        key.createdAt,
                        key.updatedAt,
                        key.createdBy,
                        key.updatedBy,
                        key.deletedAt));
    }
}
