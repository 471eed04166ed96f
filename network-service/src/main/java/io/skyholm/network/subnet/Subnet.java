package io.skyholm.network.subnet;

import io.skyholm.events.network.SubnetStatus;
import io.skyholm.network.vpc.VpcView;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A block of a VPC's addresses. */
@Entity
class Subnet implements Revised {

    @Id
    UUID id;

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

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Subnet() {}

    Subnet(VpcView vpc, CreateSubnet command, SubnetLayout layout, Revision revision) {
        this.id = Ids.next();
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
        this.revision = revision;
        if (isPublic && tenantId != null) {
            throw SubnetProblems.notPublic();
        }
    }

    void delete() {
        status = SubnetStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
