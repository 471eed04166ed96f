package io.skyholm.network.place;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.network.PlaceStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a tenant is; times are as exact as the database keeps them. */
@Entity
class Place {

    @Id
    UUID id;

    long generation;

    UUID tenantId;

    String name;

    @Nullable String description;

    @Nullable UUID subnetId;

    @Nullable String location;

    @Enumerated(EnumType.STRING)
    PlaceStatus status;

    Instant createdAt;

    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Place() {}

    Place(UUID id, UUID tenantId, CreatePlace command, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.subnetId = command.subnetId();
        this.location = command.location();
        this.status = PlaceStatus.ACTIVE;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** What is deleted gives its subnet back. */
    void delete(Instant now) {
        status = PlaceStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
