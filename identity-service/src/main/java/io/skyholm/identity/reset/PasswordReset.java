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
    private static final Duration FIRST_LASTS = Duration.ofDays(7);

    @Id
    UUID id;

    UUID tenantId;
    UUID userId;

    /** Where its token was mailed to; of old ones it is not known. */
    @Nullable String email;

    String tokenHash;

    @Nullable Instant claimedUntil;

    Instant expiresAt;

    @Nullable Instant usedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected PasswordReset() {}

    /** For somebody who has forgotten theirs. */
    PasswordReset(UserView user, Secret secret, Revision revision) {
        this(user, secret, LASTS, revision);
    }

    /** For somebody who never had one. */
    static PasswordReset first(UserView user, Secret secret, Revision revision) {
        return new PasswordReset(user, secret, FIRST_LASTS, revision);
    }

    private PasswordReset(UserView user, Secret secret, Duration lasts, Revision revision) {
        this.id = Ids.next();
        this.tenantId = user.tenantId();
        this.userId = user.id();
        this.email = user.email();
        this.tokenHash = secret.hash();
        this.expiresAt = revision.createdAt().plus(lasts);
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
