package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an instance holds of a machine. */
public record PlacementClaim(
        UUID instanceId,
        UUID machineId,
        Size size,
        @Nullable UUID setId) {}
