package io.skyholm.identity.registration;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.identity.user.UserView;
import io.skyholm.runtime.access.Secret;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a user is asked whether an address is theirs. */
@Entity
class EmailVerification {

    private static final Duration LASTS = Duration.ofDays(1);

    @Id
    UUID id;

    UUID tenantId;
    UUID userId;
    String email;
    String tokenHash;
    Instant expiresAt;

    @Nullable Instant usedAt;

    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected EmailVerification() {}

    EmailVerification(UUID id, UserView user, Secret secret, Instant now) {
        this.id = id;
        this.tenantId = user.tenantId();
        this.userId = user.id();
        this.email = user.email();
        this.tokenHash = secret.hash();
        this.createdAt = now.truncatedTo(MICROS);
        this.expiresAt = createdAt.plus(LASTS);
    }
}
