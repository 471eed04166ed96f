package io.skyholm.identity.login;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.CredentialEvents;
import io.skyholm.events.identity.CredentialFact;
import io.skyholm.identity.keycloak.DirectoryEvent;
import io.skyholm.identity.login.EventUsers.EventUser;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells of credentials that people changed at the directory's own pages. */
@Singleton
class CredentialRecords {

    private final EventUsers users;
    private final Outbox outbox;

    CredentialRecords(EventUsers users, Outbox outbox) {
        this.users = users;
        this.outbox = outbox;
    }

    Uni<Void> changed(Work work, DirectoryEvent event) {
        EventType<CredentialFact> type = event.kind() == DirectoryEvent.Kind.REMOVE_CREDENTIAL
                ? CredentialEvents.REMOVED
                : CredentialEvents.CHANGED;
        return users.of(work, event)
                .invoke(owner -> outbox.publishOnce(work, type, List.of(fact(event, owner)), fact -> work.cause()))
                .replaceWithVoid();
    }

    private static CredentialFact fact(DirectoryEvent event, Optional<EventUser> owner) {
        return new CredentialFact(
                event.factId(),
                1,
                owner.map(EventUser::tenantId).orElse(null),
                owner.isPresent() ? event.userId() : null,
                owner.map(EventUser::username).orElse(event.username()),
                event.credentialType(),
                event.ipAddress(),
                event.at());
    }
}
