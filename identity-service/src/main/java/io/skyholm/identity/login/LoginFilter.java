package io.skyholm.identity.login;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which logins are wanted. */
public record LoginFilter(
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("outcome") @Nullable LoginOutcome outcome) {}
