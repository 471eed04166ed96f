package io.skyholm.identity.reset;

import io.skyholm.identity.user.UserView;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody may set a new password without the old: once, and not for long. */
@Entity
class PasswordReset implements Revised {

    private static final Duration LASTS = Duration.ofHours(1);

    @Id
    UUID id;

    UUID tenantId;
    UUID userId;
    String tokenHash;

    @Nullable Instant claimedUntil;

    Instant expiresAt;

    @Nullable Instant usedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected PasswordReset() {}

    PasswordReset(UserView user, Secret secret, Revision revision) {
        this.id = Ids.next();
        this.tenantId = user.tenantId();
        this.userId = user.id();
        this.tokenHash = secret.hash();
        this.expiresAt = revision.createdAt().plus(LASTS);
        this.revision = revision;
    }

    void use(Instant now) {
        revision.changed(userId, now);
        usedAt = revision.updatedAt();
        claimedUntil = null;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
