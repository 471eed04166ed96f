package io.skyholm.identity.invitation;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.identity.InvitationStatus;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody may become a user of a tenant. Times are as exact as the database keeps them. */
@Entity
class Invitation implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    String email;
    String[] roles;

    @Enumerated(EnumType.STRING)
    InvitationStatus status;

    String tokenHash;

    @Nullable Instant claimedUntil;

    Instant expiresAt;

    @Nullable UUID invitedBy;

    @Nullable Instant acceptedAt;

    @Nullable UUID userId;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Invitation() {}

    Invitation(UUID tenantId, Invite command, Set<String> roles, Secret secret, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.email = command.email();
        this.roles = roles.stream().sorted().toArray(String[]::new);
        this.status = InvitationStatus.PENDING;
        this.tokenHash = secret.hash();
        this.invitedBy = revision.createdBy();
        this.expiresAt = revision.createdAt().plus(Duration.ofDays(command.days()));
        this.revision = revision;
    }

    void accept(UUID user, Instant now) {
        status = InvitationStatus.ACCEPTED;
        userId = user;
        acceptedAt = now.truncatedTo(MICROS);
        claimedUntil = null;
        revision.changed(user, now);
    }

    /** Takes back one that waits, and tells whether that changed anything; one that was accepted is refused. */
    boolean revoke() {
        if (status == InvitationStatus.REVOKED) {
            return false;
        }
        if (status != InvitationStatus.PENDING) {
            throw InvitationProblems.answered();
        }
        status = InvitationStatus.REVOKED;
        claimedUntil = null;
        return true;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
