package io.skyholm.identity.reset;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which password resets are wanted. */
public record PasswordResetFilter(
        @QueryParam("userId") @Nullable UUID userId) {}
