package io.skyholm.identity.login;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.CredentialEvents;
import io.skyholm.events.identity.CredentialFact;
import io.skyholm.identity.keycloak.DirectoryEvent;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells of credentials that people changed at the directory's own pages. */
@Singleton
class CredentialRecords {

    private static final String USER = "select tenant_id, username from app_user where id = $1";

    private record Owner(UUID tenantId, String username) {}

    private final Outbox outbox;

    CredentialRecords(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The id follows from the event's, so that whoever hears of it twice knows that it is the same. */
    Uni<Void> changed(Work work, DirectoryEvent event) {
        EventType<CredentialFact> type = event.kind() == DirectoryEvent.Kind.REMOVE_CREDENTIAL
                ? CredentialEvents.REMOVED
                : CredentialEvents.CHANGED;
        return owner(work, event)
                .invoke(owner -> outbox.publishOnce(work, type, List.of(fact(event, owner)), fact -> work.cause()))
                .replaceWithVoid();
    }

    private static Uni<Optional<Owner>> owner(Work work, DirectoryEvent event) {
        return event.userId() == null
                ? Uni.createFrom().item(Optional.empty())
                : work.find(Owner.class, USER, event.userId());
    }

    private static CredentialFact fact(DirectoryEvent event, Optional<Owner> owner) {
        return new CredentialFact(
                UUID.nameUUIDFromBytes(event.id().getBytes(StandardCharsets.UTF_8)),
                1,
                owner.map(Owner::tenantId).orElse(null),
                owner.isPresent() ? event.userId() : null,
                owner.map(Owner::username).orElse(event.username()),
                event.credentialType(),
                event.ipAddress(),
                event.at());
    }
}
