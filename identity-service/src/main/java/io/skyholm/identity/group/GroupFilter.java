package io.skyholm.identity.group;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which groups are wanted. */
public record GroupFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("parentGroupId") @Nullable UUID parentGroupId,
        @QueryParam("name") @Nullable String name) {}
