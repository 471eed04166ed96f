package io.skyholm.identity.invitation;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.identity.InvitationFact;
import io.skyholm.events.identity.InvitationStatus;
import io.skyholm.runtime.access.Secret;
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
class Invitation {

    @Id
    UUID id;

    long generation;
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

    Instant createdAt;
    Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Invitation() {}

    Invitation(UUID tenantId, Invite command, UUID invitedBy, Secret secret, UUID id, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.email = command.email();
        this.roles = command.roles().stream().sorted().toArray(String[]::new);
        this.status = InvitationStatus.PENDING;
        this.tokenHash = secret.hash();
        this.invitedBy = invitedBy;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.expiresAt = createdAt.plus(Duration.ofDays(command.days()));
    }

    /** What it is now: nobody writes down that time has passed. */
    InvitationStatus standing(Instant now) {
        return status == InvitationStatus.PENDING && !expiresAt.isAfter(now) ? InvitationStatus.EXPIRED : status;
    }

    void accept(UUID user, Instant now) {
        status = InvitationStatus.ACCEPTED;
        userId = user;
        acceptedAt = now.truncatedTo(MICROS);
        changed(now);
    }

    /** Takes back one that waits, and tells whether that changed anything; one that was accepted is refused. */
    boolean revoke(Instant now) {
        if (status == InvitationStatus.REVOKED) {
            return false;
        }
        if (status != InvitationStatus.PENDING) {
            throw InvitationProblems.answered();
        }
        status = InvitationStatus.REVOKED;
        changed(now);
        return true;
    }

    /** Every change counts, so that an older state never replaces a newer. */
    private void changed(Instant now) {
        generation++;
        claimedUntil = null;
        updatedAt = now.truncatedTo(MICROS);
    }

    InvitationFact fact() {
        return new InvitationFact(
                id,
                generation,
                tenantId,
                email,
                Set.of(roles),
                status,
                expiresAt,
                invitedBy,
                acceptedAt,
                userId,
                createdAt,
                updatedAt);
    }
}
