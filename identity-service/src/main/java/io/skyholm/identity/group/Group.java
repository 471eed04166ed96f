package io.skyholm.identity.group;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.identity.QuotaConfig;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group of a tenant's users; times are as exact as the database keeps them. */
@Entity
@Table(name = "user_group")
class Group {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    String name;

    @Nullable String description;

    @Nullable UUID parentGroupId;

    @Nullable QuotaConfig quotaConfig;

    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Group() {}

    Group(UUID id, UUID tenantId, CreateGroup command, UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.parentGroupId = command.parentGroupId();
        this.quotaConfig = command.quotaConfig();
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Instant now) {
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
