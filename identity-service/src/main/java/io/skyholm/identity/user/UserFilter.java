package io.skyholm.identity.user;

import io.skyholm.events.identity.UserStatus;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which users are wanted. */
public record UserFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("status") @Nullable UserStatus status,
        @QueryParam("username") @Nullable String username,
        @QueryParam("email") @Nullable String email) {}
