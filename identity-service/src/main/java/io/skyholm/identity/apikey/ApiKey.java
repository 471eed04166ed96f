package io.skyholm.identity.apikey;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A key of a user's: never allows more than its owner may do. */
@Entity
@Table(name = "api_key")
class ApiKey implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID userId;
    String name;
    String prefix;
    String keyHash;

    String @Nullable [] permissions;

    String[] allowedAddresses;

    /** The project beyond which it does not reach. */
    @Nullable UUID groupId;

    @Nullable Instant expiresAt;

    boolean isActive;

    @Nullable Instant lastUsedAt;

    /** The key with which this one was made. */
    @Nullable UUID madeWith;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ApiKey() {}

    ApiKey(Caller owner, CreateApiKey command, @Nullable Set<Permission> permissions, NewKey key, Revision revision) {
        this.id = Ids.next();
        this.tenantId = owner.tenantId();
        this.userId = owner.id();
        this.name = command.name();
        this.prefix = key.prefix();
        this.keyHash = key.hash();
        this.permissions = names(permissions);
        this.allowedAddresses = command.allowedAddresses().stream().sorted().toArray(String[]::new);
        this.groupId = command.groupId();
        this.expiresAt = command.expiresAt();
        this.isActive = true;
        this.madeWith = owner.credential().kind() == Credential.Kind.API_KEY
                ? owner.credential().id()
                : null;
        this.revision = revision;
    }

    /** Refuses changes by others than its owner, and all once it is over: what counts no more would otherwise live again uncounted. */
    void checkChangedBy(UUID user, Instant now) {
        if (!userId.equals(user)) {
            throw ApiKeyProblems.notYours();
        }
        if (!isActive) {
            throw ApiKeyProblems.revoked();
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw ApiKeyProblems.expired();
        }
    }

    void revoke() {
        isActive = false;
    }

    /** Without any it allows all that its owner may do. */
    @Nullable List<Permission> permissions() {
        return permissions == null
                ? null
                : Stream.of(permissions).map(Permission::parse).toList();
    }

    /** The key itself is known to its owner alone, who saw it once. */
    @Nullable String key() {
        return null;
    }

    static String @Nullable [] names(@Nullable Set<Permission> permissions) {
        return permissions == null
                ? null
                : permissions.stream().sorted().map(Permission::name).toArray(String[]::new);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
