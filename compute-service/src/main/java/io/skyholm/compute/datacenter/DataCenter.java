package io.skyholm.compute.datacenter;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place with machines; times are as exact as the database keeps them. */
@Entity
@Table(name = "edge_data_center")
class DataCenter {

    @Id
    UUID id;

    long generation;
    String name;

    @Nullable String location;

    @Nullable String region;

    @Enumerated(EnumType.STRING)
    DataCenterStatus status;

    @Nullable JsonObject networkConfig;

    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DataCenter() {}

    DataCenter(UUID id, CreateDataCenter command, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.name = command.name();
        this.location = command.location();
        this.region = command.region();
        this.status = command.status() == null ? DataCenterStatus.ACTIVE : command.status();
        this.networkConfig = command.networkConfig();
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return status == DataCenterStatus.DELETED;
    }

    void delete(Instant now) {
        status = DataCenterStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
