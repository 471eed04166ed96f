package io.skyholm.identity.login;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.CredentialEvents;
import io.skyholm.events.identity.CredentialFact;
import io.skyholm.identity.keycloak.DirectoryEvent;
import io.skyholm.identity.login.EventUsers.EventUser;
import io.skyholm.identity.user.Accounts;
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
    private final Accounts accounts;
    private final Outbox outbox;

    CredentialRecords(EventUsers users, Accounts accounts, Outbox outbox) {
        this.users = users;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    Uni<Void> changed(Work work, DirectoryEvent event) {
        boolean isRemoved = event.kind() == DirectoryEvent.Kind.REMOVE_CREDENTIAL;
        EventType<CredentialFact> type = isRemoved ? CredentialEvents.REMOVED : CredentialEvents.CHANGED;
        return users.of(work, event)
                .invoke(owner -> outbox.publishOnce(work, type, List.of(fact(event, owner)), fact -> work.cause()))
                .chain(owner -> isRemoved && owner.isPresent() && event.userId() != null
                        ? accounts.credentialRemoved(work, event.userId())
                        : Uni.createFrom().voidItem());
    }

    private static CredentialFact fact(DirectoryEvent event, Optional<EventUser> owner) {
        return new CredentialFact(
                event.factId(),
                1,
                owner.map(EventUser::tenantId).orElse(null),
                owner.isPresent() ? event.userId() : null,
                owner.map(EventUser::username).orElse(event.strangersName()),
                event.credentialType(),
                event.ipAddress(),
                event.at());
    }
}
