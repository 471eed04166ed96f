package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All ports of one instance, together. */
@JsonClassDescription("The ports of an instance, and whether they are there.")
public record InstanceNetworkFact(
        @JsonPropertyDescription("The instance's id.") UUID id,

        @JsonPropertyDescription("Counts the changes of these ports; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The machine on which they are set up; absent once they are released.") @Nullable UUID computeMachineId,

        InstanceNetworkStatus status,

        @JsonPropertyDescription("Why it waits or failed, for a person.") @Nullable String reason,

        List<InstancePort> ports)
        implements Fact {}
