package io.skyholm.identity.permission;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A permission as callers see it. */
@Schema(name = "Permission")
public record PermissionView(
        UUID id,
        ResourceType resourceType,
        Action action,

        @Schema(description = "How roles name it, as in INSTANCE:READ")
        String permissionName,

        String description,
        Instant createdAt) {}
