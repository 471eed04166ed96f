package io.skyholm.identity.registration;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.runtime.access.Secret;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody wants a tenant of their own and has to prove their address. */
@Entity
class Registration {

    private static final Duration LASTS = Duration.ofDays(1);

    @Id
    UUID id;

    @Nullable UUID tenantId;

    String tenantName;
    String username;
    String email;

    @Nullable String firstName;

    @Nullable String lastName;

    String tokenHash;

    @Nullable Instant claimedUntil;

    Instant expiresAt;

    @Nullable Instant usedAt;

    @Nullable UUID userId;

    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Registration() {}

    Registration(UUID id, Register command, Secret secret, Instant now) {
        this.id = id;
        this.tenantName = command.tenantName();
        this.username = command.username();
        this.email = command.email();
        this.firstName = command.firstName();
        this.lastName = command.lastName();
        this.tokenHash = secret.hash();
        this.createdAt = now.truncatedTo(MICROS);
        this.expiresAt = createdAt.plus(LASTS);
    }

    void use(UUID tenant, UUID user, Instant now) {
        tenantId = tenant;
        userId = user;
        usedAt = now.truncatedTo(MICROS);
        claimedUntil = null;
    }
}
