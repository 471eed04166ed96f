package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One port that an instance asks for. */
public record WantedNetwork(
        @JsonPropertyDescription("The subnet; absent for the one that the data centre gives by default.") @Nullable UUID subnetId,

        @JsonPropertyDescription("The address wanted; absent for the next free one.") @Nullable String address,

        @JsonPropertyDescription("The groups whose rules guard the port; none means the tenant's default rules.")
        List<UUID> securityGroupIds) {}
