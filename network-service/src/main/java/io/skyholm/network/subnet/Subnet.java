package io.skyholm.network.subnet;

import io.skyholm.events.network.SubnetRoute;
import io.skyholm.events.network.SubnetStatus;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.vpc.VpcView;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    @Convert(converter = RoutesColumn.class)
    List<SubnetRoute> routes;

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
        List<SubnetRoute> wanted = command.routes();
        this.routes = wanted == null ? List.of() : checked(wanted);
        this.status = SubnetStatus.ACTIVE;
        this.revision = revision;
        if (isPublic && tenantId != null) {
            throw SubnetProblems.notPublic();
        }
    }

    /** These as they are kept, if the subnet can have them. */
    List<SubnetRoute> checked(List<SubnetRoute> wanted) {
        return SubnetRoutes.checked(
                wanted,
                known(cidrBlock, ipv6CidrBlock).map(Cidr::of).toList(),
                known(gateway, ipv6Gateway).toList());
    }

    private static Stream<String> known(String first, @Nullable String second) {
        return Stream.concat(Stream.of(first), Stream.ofNullable(second));
    }

    void delete() {
        status = SubnetStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
