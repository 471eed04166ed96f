package io.skyholm.compute.join;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.machine.MachineType;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lets one agent make one machine of its host; the machine has its id before it joins. */
@Entity
class JoinToken {

    @Id
    UUID id;

    String tokenHash;
    UUID resourcePoolId;

    @Enumerated(EnumType.STRING)
    @Nullable MachineType machineType;

    @Enumerated(EnumType.STRING)
    @Nullable RentalMode rentalMode;

    String[] tags;

    @Nullable String publicKey;

    UUID machineId;
    Instant createdAt;

    @Nullable UUID createdBy;

    Instant expiresAt;

    @Nullable Instant usedAt;

    @Nullable Instant revokedAt;

    /** What the token is good for. */
    enum Verdict {
        /** To make the machine. */
        JOIN,
        /** To be told again what the machine is, since the agent that made it asks. */
        REPEAT,
        /** For nothing; nobody is told why. */
        REFUSE
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected JoinToken() {}

    JoinToken(TokenText token, CreateJoinToken command, @Nullable UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.tokenHash = token.hash();
        this.resourcePoolId = command.resourcePoolId();
        this.machineType = command.machineType();
        this.rentalMode = command.rentalMode();
        this.tags = command.tags().toArray(String[]::new);
        this.machineId = Ids.next();
        this.createdAt = now.truncatedTo(MICROS);
        this.createdBy = createdBy;
        this.expiresAt = createdAt.plusSeconds(command.lifeSeconds());
    }

    /**
     * What an agent of that key gets for it. The token may have been seen by others, and the key is public: who joins again is
     * given a new password for the host's account, and so has to show that it is that host.
     */
    Verdict verdict(String key, JoinHost.Proof proof, Instant now) {
        if (revokedAt != null || proof == JoinHost.Proof.WRONG) {
            return Verdict.REFUSE;
        }
        if (usedAt == null) {
            return now.isBefore(expiresAt) ? Verdict.JOIN : Verdict.REFUSE;
        }
        return key.equals(publicKey) && proof == JoinHost.Proof.HELD ? Verdict.REPEAT : Verdict.REFUSE;
    }

    void use(String key, UUID machine, Instant now) {
        publicKey = key;
        machineId = machine;
        usedAt = now.truncatedTo(MICROS);
    }

    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now.truncatedTo(MICROS) : revokedAt;
    }

    /** A token is made, used and revoked, each once at most. */
    long generation() {
        return 1L + (usedAt == null ? 0 : 1) + (revokedAt == null ? 0 : 1);
    }
}
