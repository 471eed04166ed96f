package io.skyholm.audit.entry;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted. */
public record AuditFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("resourceType") @Nullable String resourceType,
        @QueryParam("resourceId") @Nullable String resourceId,
        @QueryParam("action") @Nullable String action,
        @QueryParam("correlationId") @Nullable String correlationId,
        @QueryParam("from") @Nullable Instant from,
        @QueryParam("until") @Nullable Instant until) {}
