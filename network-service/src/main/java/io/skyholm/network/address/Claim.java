package io.skyholm.network.address;

import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressStatus;
import io.skyholm.network.subnet.SubnetView;
import java.time.Instant;
import java.util.List;
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
