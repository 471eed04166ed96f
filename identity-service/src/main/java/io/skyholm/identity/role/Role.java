package io.skyholm.identity.role;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.access.Permission;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role of a tenant's own; its name is how users hold it, and stays. Times are as exact as the database keeps them. */
@Entity
class Role {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    String name;

    @Nullable String description;

    boolean isDefault;
    String[] permissions;
    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Role() {}

    Role(UUID id, UUID tenantId, CreateRole command, UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.isDefault = Boolean.TRUE.equals(command.isDefault());
        this.permissions = PermissionNames.write(PermissionNames.parse(command.permissions()));
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    Set<Permission> permissions() {
        return PermissionNames.parse(List.of(permissions));
    }

    /** What somebody is given with it. */
    Grantable grantable() {
        return new Grantable(id, name, permissions());
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Instant now) {
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
