package io.skyholm.compute.pool;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.http.Patch;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Machines of one data centre that are placed upon by one policy. */
@Entity
@Table(name = "resource_pool")
class ResourcePool {

    @Id
    UUID id;

    long generation;
    String name;

    @Nullable String description;

    UUID edgeDataCenterId;
    String schedulingPolicy;

    @Enumerated(EnumType.STRING)
    PoolStatus status;

    BigDecimal cpuOvercommit;
    BigDecimal memoryOvercommit;
    BigDecimal storageOvercommit;
    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ResourcePool() {}

    ResourcePool(UUID id, CreatePool command, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.name = command.name();
        this.description = command.description();
        this.edgeDataCenterId = command.edgeDataCenterId();
        this.schedulingPolicy = Patch.of(command.schedulingPolicy(), PolicyName.LOAD_BALANCE);
        this.status = Patch.of(command.status(), PoolStatus.ACTIVE);
        this.cpuOvercommit = exact(Patch.of(command.cpuOvercommit(), BigDecimal.ONE));
        this.memoryOvercommit = exact(Patch.of(command.memoryOvercommit(), BigDecimal.ONE));
        this.storageOvercommit = exact(Patch.of(command.storageOvercommit(), BigDecimal.ONE));
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    /** With the decimals that the database keeps; the command has no more. */
    static BigDecimal exact(BigDecimal ratio) {
        return ratio.setScale(2, RoundingMode.HALF_UP);
    }

    boolean isDeleted() {
        return status == PoolStatus.DELETED;
    }

    void delete(Instant now) {
        status = PoolStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
