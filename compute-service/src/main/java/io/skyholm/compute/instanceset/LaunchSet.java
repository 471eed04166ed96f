package io.skyholm.compute.instanceset;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that a set template names, made at once as members of the set. */
public record LaunchSet(
        @NotNull UUID templateId,
        @Nullable UUID edgeDataCenterId,
        @Nullable UUID resourcePoolId,
        @Min(0) @Max(604_800) @Nullable Integer waitSeconds) {}
