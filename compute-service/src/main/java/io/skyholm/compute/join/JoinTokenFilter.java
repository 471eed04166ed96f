package io.skyholm.compute.join;

import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which join tokens are wanted. */
public record JoinTokenFilter(
        @QueryParam("resourcePoolId") @Nullable UUID resourcePoolId,

        @QueryParam("open")
        @Parameter(description = "Whether a host can still join with it")
        @Condition("(used_at is null and revoked_at is null and expires_at > calendar_now()) = ?")
        @Nullable Boolean open) {}
