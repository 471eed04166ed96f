package io.skyholm.identity.user;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.UserStatus;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who belongs to a tenant; the credentials are the directory's. Times are as exact as the database keeps them. */
@Entity
@Table(name = "app_user")
class User {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    String username;
    String email;

    @Nullable String firstName;

    @Nullable String lastName;

    String[] roles;

    @Enumerated(EnumType.STRING)
    UserStatus status;

    boolean emailVerified;

    @Nullable QuotaConfig quotaConfig;

    @Convert(converter = ExternalIds.class)
    Map<String, String> externalIds;

    @Enumerated(EnumType.STRING)
    DirectoryState directoryState;

    @Nullable Instant lastLoginAt;

    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected User() {}

    User(UUID id, UUID tenantId, CreateUser command, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.username = command.username();
        this.email = command.email();
        this.firstName = command.firstName();
        this.lastName = command.lastName();
        this.roles = command.roles().stream().sorted().toArray(String[]::new);
        this.status = UserStatus.ACTIVE;
        this.quotaConfig = command.quotaConfig();
        this.externalIds = command.externalIds();
        this.directoryState = DirectoryState.PENDING;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return status == UserStatus.DELETED;
    }

    void delete(Instant now) {
        status = UserStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
