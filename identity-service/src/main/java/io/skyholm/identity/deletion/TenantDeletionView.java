package io.skyholm.identity.deletion;

import io.skyholm.events.identity.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the deletion of a tenant is. */
@Schema(name = "TenantDeletion")
public record TenantDeletionView(
        UUID tenantId,

        @Schema(description = "DELETING until every service is done, then DELETED")
        TenantStatus status,

        @Nullable Instant completedAt,
        List<ServiceDeletionView> services) {}
