package io.skyholm.network.subnet;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.network.SubnetStatus;
import io.skyholm.network.vpc.VpcView;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A block of a VPC's addresses; times are as exact as the database keeps them. */
@Entity
class Subnet {

    @Id
    UUID id;

    long generation;

    @Nullable UUID tenantId;

    UUID vpcId;

    int vni;

    String name;

    String cidrBlock;

    @Nullable String ipv6CidrBlock;

    @Nullable String availabilityZone;

    String gateway;

    @Nullable String ipv6Gateway;

    @Nullable Integer vlanId;

    boolean isPublic;

    boolean autoAssignIp;

    @Nullable UUID ipPoolId;

    @Enumerated(EnumType.STRING)
    SubnetStatus status;

    Instant createdAt;

    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Subnet() {}

    Subnet(UUID id, VpcView vpc, CreateSubnet command, Layout layout, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = vpc.tenantId();
        this.vpcId = vpc.id();
        this.vni = vpc.vni();
        this.name = command.name();
        this.cidrBlock = layout.first().block().text();
        this.gateway = layout.first().gateway();
        this.ipv6CidrBlock = layout.secondBlock();
        this.ipv6Gateway = layout.secondGateway();
        this.availabilityZone = command.availabilityZone();
        this.isPublic = Boolean.TRUE.equals(command.isPublic());
        this.autoAssignIp = !Boolean.FALSE.equals(command.autoAssignIp());
        this.status = SubnetStatus.ACTIVE;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Instant now) {
        status = SubnetStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
