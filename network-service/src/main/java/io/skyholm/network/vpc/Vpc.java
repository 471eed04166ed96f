package io.skyholm.network.vpc;

import io.skyholm.events.network.VpcStatus;
import io.skyholm.network.cidr.TextListColumn;
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
import org.jspecify.annotations.Nullable;

/** A network apart from all others, a tenant's or the platform's. */
@Entity
class Vpc implements Revised {

    @Id
    UUID id;

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

    @Convert(converter = TextListColumn.class)
    List<String> dnsServers;

    @Enumerated(EnumType.STRING)
    VpcStatus status;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Vpc() {}

    Vpc(@Nullable UUID tenantId, CreateVpc command, RequestedCidrs wanted, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.userId = tenantId == null ? null : revision.createdBy();
        this.name = command.name();
        this.description = command.description();
        this.cidrBlock = wanted.block();
        this.ipv6CidrBlock = wanted.ipv6Block();
        this.edgeDataCenterId = command.edgeDataCenterId();
        this.enableDns = !Boolean.FALSE.equals(command.enableDns());
        this.dnsServers = wanted.dnsServers();
        this.status = VpcStatus.ACTIVE;
        this.revision = revision;
    }

    void delete() {
        status = VpcStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
