package io.skyholm.identity.session;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What began with a login; the tokens are the directory's. Times are as exact as the database keeps them. */
@Entity
class Session {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID userId;

    @Nullable String ipAddress;

    @Nullable String userAgent;

    Instant createdAt;
    Instant lastActivityAt;
    Instant expiresAt;

    @Nullable Instant endedAt;

    @Nullable Instant checkedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Session() {}

    Session(SessionStarted started, UUID tenantId, Duration longest) {
        this.id = started.id();
        this.generation = 1;
        this.tenantId = tenantId;
        this.userId = started.userId();
        this.ipAddress = started.address();
        this.userAgent = started.agent();
        this.createdAt = started.at().truncatedTo(MICROS);
        this.lastActivityAt = createdAt;
        this.expiresAt = createdAt.plus(longest);
        this.checkedAt = createdAt;
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    /** It ends at the latest when it expires. */
    void end(Instant now) {
        generation++;
        endedAt = (now.isBefore(expiresAt) ? now : expiresAt).truncatedTo(MICROS);
    }
}
