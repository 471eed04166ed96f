package io.skyholm.identity.apikey;

import io.skyholm.events.EventType;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Tells every service what a key is now. */
@Singleton
class ApiKeyPublisher {

    private final Outbox outbox;

    ApiKeyPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<ApiKeyFact> type, ApiKey key) {
        List<Permission> permissions = ApiKeyView.permissions(key.permissions);
        outbox.publish(
                work,
                type,
                new ApiKeyFact(
                        key.id,
                        key.generation,
                        key.tenantId,
                        key.userId,
                        key.name,
                        key.prefix,
                        key.keyHash,
                        permissions == null ? null : Set.copyOf(permissions),
                        Set.of(key.allowedAddresses),
                        key.expiresAt,
                        key.isActive,
                        key.createdAt,
                        key.updatedAt));
    }
}
