package io.skyholm.identity.invitation;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.InvitationEvents;
import io.skyholm.events.identity.InvitationFact;
import io.skyholm.identity.secret.TokenTable;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds invitations, and writes them for all who change them. */
@Startup
@Singleton
class InvitationStore {

    static final TokenTable TOKENS =
            new TokenTable("select id from invitation", "update invitation", "status = 'PENDING'");

    /** One that nobody accepted in time is still PENDING in its row. */
    static final String STANDING =
            "case when status = 'PENDING' and expires_at <= calendar_now() then 'EXPIRED' else status end";

    private final Aggregate<Invitation, InvitationView, InvitationFact> invitations;

    InvitationStore(Aggregates aggregates) {
        Select<InvitationView> select =
                Select.of(InvitationView.class, "invitation").with("status", STANDING);
        this.invitations = aggregates
                .of("invitation", Invitation.class, select, InvitationEvents.TYPES)
                .counted(CountedKind.INVITATIONS, "status = 'PENDING' and expires_at > calendar_now()");
    }

    Aggregate<Invitation, InvitationView, InvitationFact> invitations() {
        return invitations;
    }

    Uni<Optional<InvitationView>> find(UUID id) {
        return invitations.views().find(TenantScope.PLATFORM, id);
    }
}
