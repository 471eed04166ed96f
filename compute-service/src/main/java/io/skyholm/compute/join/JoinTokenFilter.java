package io.skyholm.compute.join;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which join tokens are wanted. */
public record JoinTokenFilter(
        @QueryParam("resourcePoolId") @Nullable UUID resourcePoolId,

        @QueryParam("open") @Parameter(description = "Whether a host can still join with it") @Nullable Boolean open) {}
