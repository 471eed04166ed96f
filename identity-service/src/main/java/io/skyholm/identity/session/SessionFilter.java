package io.skyholm.identity.session;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sessions are wanted. */
public record SessionFilter(
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("active") @Nullable Boolean active) {}
