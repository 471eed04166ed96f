package io.skyholm.identity.session;

import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What began with a login; the tokens are the directory's. Times are as exact as the database keeps them. */
@Entity
class Session implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID userId;

    @Nullable String ipAddress;

    @Nullable String userAgent;

    Instant lastActivityAt;
    Instant expiresAt;

    @Nullable Instant endedAt;

    @Nullable Instant checkedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Session() {}

    Session(SessionStarted started, UUID tenantId, Duration longest) {
        this.id = started.id();
        this.tenantId = tenantId;
        this.userId = started.userId();
        this.ipAddress = started.address();
        this.userAgent = started.agent();
        this.revision = Revision.first(started.userId(), started.at());
        this.lastActivityAt = revision.createdAt();
        this.expiresAt = lastActivityAt.plus(longest);
        this.checkedAt = lastActivityAt;
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    /** It ends at the latest when it expires; who ended it is known to whoever asked for that, and to audit. */
    void end(Instant now) {
        revision.changed(null, now.isBefore(expiresAt) ? now : expiresAt);
        endedAt = revision.updatedAt();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
