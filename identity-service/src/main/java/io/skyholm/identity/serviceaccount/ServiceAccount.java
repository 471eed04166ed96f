package io.skyholm.identity.serviceaccount;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.time.temporal.ChronoUnit.SECONDS;

import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program of a tenant's. It belongs to the tenant and stays when its maker goes; it may do what its roles allow. */
@Entity
@Table(name = "service_account")
class ServiceAccount implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    String name;

    @Nullable String description;

    String[] roles;

    /** The project within which its roles hold. */
    @Nullable UUID groupId;

    boolean isEnabled;
    String secretHash;

    @Nullable String previousSecretHash;

    @Nullable Instant previousSecretUntil;

    Instant secretRotatedAt;

    @Nullable Instant tokensNotBefore;

    @Nullable Instant lastUsedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ServiceAccount() {}

    ServiceAccount(UUID tenantId, CreateServiceAccount command, Secret secret, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.roles = sorted(command.roles());
        this.groupId = command.groupId();
        this.isEnabled = true;
        this.secretHash = secret.hash();
        this.secretRotatedAt = revision.createdAt();
        this.revision = revision;
    }

    /** Where a secret is not to be good any longer, neither are the tokens that it was exchanged for. */
    void rotate(Secret secret, RotateSecret command, Instant now, Instant realNow) {
        boolean endsOneBefore = previousSecretUntil != null && previousSecretUntil.isAfter(now);
        Instant until = now.plus(command.previousValid()).truncatedTo(MICROS);
        previousSecretHash = until.isAfter(now) ? secretHash : null;
        previousSecretUntil = until.isAfter(now) ? until : null;
        secretHash = secret.hash();
        secretRotatedAt = now;
        if (previousSecretHash == null || endsOneBefore) {
            endTokens(realNow);
        }
    }

    /** One that is enabled again needs new tokens. */
    void enable(boolean enabled, Instant realNow) {
        if (isEnabled && !enabled) {
            endTokens(realNow);
        }
        isEnabled = enabled;
    }

    /** Tokens tell their time in whole seconds: those of this second end, and the next ones are of the next. */
    private void endTokens(Instant realNow) {
        tokensNotBefore = realNow.truncatedTo(SECONDS).plusSeconds(1);
    }

    void hold(Collection<String> names) {
        roles = sorted(names);
    }

    List<String> roles() {
        return List.of(roles);
    }

    /** The secret itself was shown once, and is kept nowhere. */
    @Nullable String clientSecret() {
        return null;
    }

    private static String[] sorted(Collection<String> names) {
        return names.stream().distinct().sorted().toArray(String[]::new);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
