package io.skyholm.compute.instance;

import io.skyholm.compute.input.IpAddress;
import io.skyholm.events.compute.WantedNetwork;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One port of a new instance; a subnet or address that cannot be had is refused by network, in the operation. */
public record CreateNetwork(
        @Nullable UUID subnetId,
        @IpAddress @Nullable String address,

        @Size(max = 16) @Nullable List<@NotNull UUID> securityGroupIds) {

    WantedNetwork wanted() {
        return new WantedNetwork(subnetId, address, securityGroupIds == null ? List.of() : securityGroupIds);
    }
}
