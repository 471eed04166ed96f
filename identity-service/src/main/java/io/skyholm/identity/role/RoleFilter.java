package io.skyholm.identity.role;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which roles are wanted. */
public record RoleFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("name") @Nullable String name) {}
