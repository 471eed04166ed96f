package io.skyholm.compute.instanceset;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Instances that belong together; times are as exact as the database keeps them. */
@Entity
@Table(name = "instance_set")
class InstanceSet {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID ownerId;
    String name;

    @Nullable String description;

    @Nullable UUID userGroupId;

    @Enumerated(EnumType.STRING)
    InstanceSetType setType;

    @Enumerated(EnumType.STRING)
    InstanceSetStatus status;

    String[] tags;
    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected InstanceSet() {}

    InstanceSet(UUID id, UUID tenantId, CreateInstanceSet command, UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.ownerId = createdBy;
        this.name = command.name();
        this.description = command.description();
        this.userGroupId = command.userGroupId();
        this.setType = command.setType() == null ? InstanceSetType.CUSTOM : command.setType();
        this.status = InstanceSetStatus.ACTIVE;
        this.tags = command.tags() == null ? new String[0] : command.tags().toArray(String[]::new);
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return status == InstanceSetStatus.DELETED;
    }

    void delete(Instant now) {
        status = InstanceSetStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
