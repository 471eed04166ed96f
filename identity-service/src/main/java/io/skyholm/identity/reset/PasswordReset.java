package io.skyholm.identity.reset;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.runtime.access.Secret;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody may set a new password without the old: once, and not for long. */
@Entity
class PasswordReset {

    private static final Duration LASTS = Duration.ofHours(1);

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID userId;
    String tokenHash;

    @Nullable Instant claimedUntil;

    Instant expiresAt;

    @Nullable Instant usedAt;

    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected PasswordReset() {}

    PasswordReset(UUID id, UUID tenantId, UUID userId, Secret secret, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.userId = userId;
        this.tokenHash = secret.hash();
        this.createdAt = now.truncatedTo(MICROS);
        this.expiresAt = createdAt.plus(LASTS);
    }

    void use(Instant now) {
        generation++;
        usedAt = now.truncatedTo(MICROS);
        claimedUntil = null;
    }
}
