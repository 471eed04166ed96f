package io.skyholm.identity.permission;

import io.skyholm.events.access.ResourceType;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which permissions are wanted. */
public record PermissionFilter(
        @QueryParam("resourceType") @Nullable ResourceType resourceType) {}
