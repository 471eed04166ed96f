package io.skyholm.identity.apikey;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which keys are wanted. */
public record ApiKeyFilter(
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("active") @Nullable Boolean active) {}
