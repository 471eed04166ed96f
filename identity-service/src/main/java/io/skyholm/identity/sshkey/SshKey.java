package io.skyholm.identity.sshkey;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A public key of a user, which stays as it is until it goes; times are as exact as the database keeps them. */
@Entity
class SshKey {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID userId;
    String name;
    String publicKey;
    String keyType;
    String fingerprint;

    @Nullable String comment;

    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected SshKey() {}

    SshKey(UUID id, Owner owner, String name, PublicKey key, UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = owner.tenantId();
        this.userId = owner.userId();
        this.name = name;
        this.publicKey = key.line();
        this.keyType = key.type();
        this.fingerprint = key.fingerprint();
        this.comment = key.comment();
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
        deletedAt = updatedAt;
    }
}
