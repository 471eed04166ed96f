package io.skyholm.audit.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An audit entry as callers see it. */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntryView(
        @Schema(description = "The id of the event that it records")
        UUID id,

        @Nullable UUID tenantId,

        @Schema(description = "Who did it; absent where the platform acted by itself") @Nullable UUID userId,

        @Schema(description = "What was done", examples = "CREATED")
        String action,

        @Schema(description = "To what kind of thing", examples = "TENANT")
        String resourceType,

        String resourceId,
        String eventType,
        long generation,

        @Schema(description = "Shared by all that one request caused")
        String correlationId,

        @Schema(type = SchemaType.OBJECT, description = "What it was afterwards")
        JsonNode details,

        @Nullable String ipAddress,
        @Nullable String userAgent,
        AuditStatus status,
        @Schema(description = "When it was done") Instant createdAt,
        @Schema(description = "When it was recorded") Instant recordedAt) {}
