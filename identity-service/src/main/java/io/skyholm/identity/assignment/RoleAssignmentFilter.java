package io.skyholm.identity.assignment;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which role assignments are wanted. */
public record RoleAssignmentFilter(
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("roleId") @Nullable UUID roleId,
        @QueryParam("groupId") @Nullable UUID groupId) {}
