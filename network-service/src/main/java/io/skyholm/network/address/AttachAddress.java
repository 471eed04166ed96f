package io.skyholm.network.address;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose port a floating address goes to. */
public record AttachAddress(
        @NotNull UUID instanceId,

        @Schema(description = "One of its ports; that of the default route if left out") @Nullable UUID portId) {}
