package io.skyholm.identity.apikey;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.access.Permission;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of a user's: never allows more than its owner may do. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID userId;
    String name;
    String prefix;
    String keyHash;

    String @Nullable [] permissions;

    String[] allowedAddresses;

    @Nullable Instant expiresAt;

    boolean isActive;

    @Nullable Instant lastUsedAt;

    Instant createdAt;
    Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ApiKey() {}

    ApiKey(UUID id, Owner owner, CreateApiKey command, @Nullable Set<Permission> permissions, NewKey key, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = owner.tenantId();
        this.userId = owner.userId();
        this.name = command.name();
        this.prefix = key.prefix();
        this.keyHash = key.hash();
        this.permissions = names(permissions);
        this.allowedAddresses = command.allowedAddresses().stream().sorted().toArray(String[]::new);
        this.expiresAt = command.expiresAt();
        this.isActive = true;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
    }

    /** Refuses changes by others than its owner, and all once it is revoked. */
    void checkChangedBy(UUID user) {
        if (!userId.equals(user)) {
            throw ApiKeyProblems.notYours();
        }
        if (!isActive) {
            throw ApiKeyProblems.revoked();
        }
    }

    void revoke() {
        isActive = false;
    }

    void changed(Instant now) {
        generation++;
        updatedAt = now.truncatedTo(MICROS);
    }

    static String @Nullable [] names(@Nullable Set<Permission> permissions) {
        return permissions == null
                ? null
                : permissions.stream().sorted().map(Permission::name).toArray(String[]::new);
    }

    /** Whose a key is. */
    record Owner(UUID tenantId, UUID userId) {}
}
