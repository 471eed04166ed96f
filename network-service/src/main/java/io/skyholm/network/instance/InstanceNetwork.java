package io.skyholm.network.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.network.InstanceNetworkStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What compute was told of an instance's ports; its id is the instance's. */
@Entity
@Table(name = "instance_network")
class InstanceNetwork {

    @Id
    UUID id;

    long generation;
    UUID tenantId;

    @Nullable UUID computeMachineId;

    @Enumerated(EnumType.STRING)
    InstanceNetworkStatus status;

    @Nullable String reason;

    Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected InstanceNetwork() {}

    InstanceNetwork(UUID id, UUID tenantId, Instant now) {
        this.id = id;
        this.tenantId = tenantId;
        this.status = InstanceNetworkStatus.WAITING;
        this.updatedAt = now.truncatedTo(MICROS);
    }

    /** Whether there is anything in it that compute was not told. */
    boolean differs(InstanceNetworkStatus other, @Nullable String otherReason, @Nullable UUID host) {
        return generation == 0
                || status != other
                || !Objects.equals(reason, otherReason)
                || !Objects.equals(computeMachineId, host);
    }

    void become(InstanceNetworkStatus other, @Nullable String otherReason, @Nullable UUID host, Instant now) {
        generation++;
        status = other;
        reason = otherReason;
        computeMachineId = host;
        updatedAt = now.truncatedTo(MICROS);
    }
}
