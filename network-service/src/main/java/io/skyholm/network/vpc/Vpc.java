package io.skyholm.network.vpc;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.network.VpcStatus;
import io.skyholm.network.cidr.Texts;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A network apart from all others, a tenant's or the platform's; times are as exact as the database keeps them. */
@Entity
class Vpc {

    @Id
    UUID id;

    long generation;

    @Nullable UUID tenantId;

    @Nullable UUID userId;

    String name;

    @Nullable String description;

    String cidrBlock;

    @Nullable String ipv6CidrBlock;

    @Nullable UUID edgeDataCenterId;

    @Nullable Integer vlanId;

    int vni;

    boolean enableDns;

    @Convert(converter = Texts.class)
    List<String> dnsServers;

    @Enumerated(EnumType.STRING)
    VpcStatus status;

    Instant createdAt;

    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Vpc() {}

    Vpc(UUID id, @Nullable UUID tenantId, CreateVpc command, Wanted wanted, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.userId = tenantId == null ? null : createdBy;
        this.name = command.name();
        this.description = command.description();
        this.cidrBlock = wanted.block();
        this.ipv6CidrBlock = wanted.ipv6Block();
        this.edgeDataCenterId = command.edgeDataCenterId();
        this.enableDns = !Boolean.FALSE.equals(command.enableDns());
        this.dnsServers = wanted.dnsServers();
        this.status = VpcStatus.ACTIVE;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Instant now) {
        status = VpcStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
