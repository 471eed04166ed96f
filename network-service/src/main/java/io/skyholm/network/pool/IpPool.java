package io.skyholm.network.pool;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.events.network.IpPoolConfig;
import io.skyholm.network.subnet.SubnetView;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the addresses of a subnet are given; times are as exact as the database keeps them. */
@Entity
@Table(name = "ip_pool")
class IpPool {

    @Id
    UUID id;

    long generation;

    @Nullable UUID tenantId;

    String name;

    @Nullable String description;

    @Nullable UUID edgeDataCenterId;

    UUID subnetId;

    @Convert(converter = PoolConfigs.class)
    IpPoolConfig ipPoolConfig;

    @Enumerated(EnumType.STRING)
    AddressPoolStatus status;

    Instant createdAt;

    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected IpPool() {}

    IpPool(
            UUID id,
            SubnetView subnet,
            @Nullable UUID edgeDataCenterId,
            CreatePool command,
            @Nullable UUID createdBy,
            Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = subnet.tenantId();
        this.name = command.name();
        this.description = command.description();
        this.edgeDataCenterId = edgeDataCenterId;
        this.subnetId = subnet.id();
        this.ipPoolConfig = command.ipPoolConfig() == null ? IpPoolConfig.USUAL : command.ipPoolConfig();
        this.status = AddressPoolStatus.ACTIVE;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Instant now) {
        status = AddressPoolStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
