package io.skyholm.network.instance;

import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What compute was told of an instance's ports; its id is the instance's. */
@Entity
@Table(name = "instance_network")
class InstanceNetwork implements Revised {

    @Id
    UUID id;

    UUID tenantId;

    @Nullable UUID computeMachineId;

    @Enumerated(EnumType.STRING)
    InstanceNetworkStatus status;

    @Nullable String reason;

    Revision revision;

    /** What compute is told of the ports; nobody asks for it later. */
    @Transient
    List<InstancePort> ports = List.of();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected InstanceNetwork() {}

    InstanceNetwork(RequestedNetwork requested, InstanceNetworkStatus status, Revision revision) {
        this.id = requested.instanceId();
        this.tenantId = requested.tenantId();
        this.status = status;
        this.revision = revision;
    }

    /** Whether there is anything in it that compute was not told. */
    boolean differs(InstanceNetworkStatus other, @Nullable String otherReason, @Nullable UUID host) {
        return status != other || !Objects.equals(reason, otherReason) || !Objects.equals(computeMachineId, host);
    }

    void become(InstanceNetworkReport news, @Nullable UUID host) {
        status = news.status();
        reason = news.reason();
        computeMachineId = host;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
