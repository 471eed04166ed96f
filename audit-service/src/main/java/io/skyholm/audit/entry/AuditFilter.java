package io.skyholm.audit.entry;

import io.skyholm.audit.chain.AuditStatus;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted: those to which all of it applies. */
public record AuditFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("credential") @Nullable String credential,
        @QueryParam("resourceType") @Nullable String resourceType,
        @QueryParam("resourceId") @Nullable String resourceId,
        @QueryParam("action") @Nullable String action,
        @QueryParam("status") @Nullable AuditStatus status,
        @QueryParam("eventType") @Nullable String eventType,
        @QueryParam("correlationId") @Nullable String correlationId,
        @QueryParam("ipAddress") @Nullable String ipAddress,

        @QueryParam("accessGrantId")
        @Parameter(
                description = "Calls that an operator made under this access grant; see `accessGrant` in their details")
        @Nullable UUID accessGrantId,

        @QueryParam("from") @Parameter(description = "Done at this time or later") @Nullable Instant from,

        @QueryParam("until") @Parameter(description = "Done before this time") @Nullable Instant until) {

    /** Whatever there is. */
    static final AuditFilter ALL =
            new AuditFilter(null, null, null, null, null, null, null, null, null, null, null, null, null);
}
