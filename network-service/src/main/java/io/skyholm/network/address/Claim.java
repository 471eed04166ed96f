package io.skyholm.network.address;

import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.events.network.AddressStatus;
import io.skyholm.events.network.SubnetStatus;
import io.skyholm.network.pool.PoolView;
import io.skyholm.network.subnet.SubnetView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a subnet.
 *
 * @param tenantId whose the address becomes; null for the platform's own
 * @param family 4 or 6
 * @param address the one wanted; null for the next free one
 * @param holder what it is held for
 * @param until when it is given back by itself; null for what the pool says
 */
public record Claim(
        @Nullable UUID tenantId,
        SubnetView subnet,
        int family,
        @Nullable String address,
        Holder holder,
        @Nullable Instant until,
        List<String> tags) {

    /** Refuses it where the subnet, or its pool, gives nothing at present. */
    void checkOpen(Optional<PoolView> pool) {
        boolean open = subnet.status() == SubnetStatus.ACTIVE
                && pool.filter(it -> it.status() != AddressPoolStatus.ACTIVE).isEmpty();
        if (!open) {
            throw AddressProblems.closed();
        }
    }

    /** When it is given back by itself: a port's address goes with its port. */
    @Nullable Instant lease(Optional<PoolView> pool, Instant now) {
        if (until != null || holder.kind() != AddressKind.FLOATING) {
            return until;
        }
        return pool.map(it -> it.ipPoolConfig().leaseSeconds())
                .map(now::plusSeconds)
                .orElse(null);
    }

    /** Who has it: a port, or a person for later. */
    public record Holder(
            AddressKind kind,
            @Nullable UUID instanceId,
            @Nullable UUID portId,
            @Nullable String macAddress,
            @Nullable UUID userId,
            @Nullable UUID by) {

        /** A person, who may attach it to a port later. */
        static Holder person(AddressKind kind, @Nullable UUID user, UUID by) {
            return new Holder(kind, null, null, null, user, by);
        }

        AddressStatus status() {
            return kind == AddressKind.PORT ? AddressStatus.ALLOCATED : AddressStatus.RESERVED;
        }
    }
}
