package io.skyholm.network.pool;

import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.events.network.IpPoolConfig;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the addresses of a subnet are given. */
@Entity
@Table(name = "ip_pool")
class IpPool implements Revised {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    String name;

    @Nullable String description;

    @Nullable UUID edgeDataCenterId;

    UUID subnetId;

    @Convert(converter = PoolConfigs.class)
    IpPoolConfig ipPoolConfig;

    @Enumerated(EnumType.STRING)
    AddressPoolStatus status;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected IpPool() {}

    IpPool(SubnetView subnet, @Nullable UUID edgeDataCenterId, CreatePool command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = subnet.tenantId();
        this.name = command.name();
        this.description = command.description();
        this.edgeDataCenterId = edgeDataCenterId;
        this.subnetId = subnet.id();
        this.ipPoolConfig = command.ipPoolConfig() == null ? IpPoolConfig.USUAL : command.ipPoolConfig();
        this.status = AddressPoolStatus.ACTIVE;
        this.revision = revision;
    }

    void delete() {
        status = AddressPoolStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
