package io.skyholm.runtime.usage;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one service holds for a tenant, a group or a user. */
public record QuotaUsage(
        @Schema(description = "The tenant, group or user whose limits are meant")
        UUID holderId,

        @Schema(description = "How much of what this service gives out counts in the limits now")
        UsedQuota used) {}
