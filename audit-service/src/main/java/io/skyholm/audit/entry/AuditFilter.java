package io.skyholm.audit.entry;

import io.skyholm.audit.chain.AuditStatus;
import io.skyholm.runtime.problem.Problem;
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

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public AuditFilter {
        EntryNames.check("resourceType", resourceType, EntryNames.RESOURCE_TYPES);
        EntryNames.check("action", action, EntryNames.ACTIONS);
        EntryNames.checkEventType("eventType", eventType);
        checkTime("from", from);
        checkTime("until", until);
        if (from != null && until != null && !from.isBefore(until)) {
            throw Problem.invalid("until", "must be after from");
        }
    }

    /** Times that no clock shows are no times here either, as in bodies. */
    private static void checkTime(String field, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw Problem.invalid(field, "must be a time such as 2026-01-31T12:00:00Z");
        }
    }

    /** Whatever there is. */
    static final AuditFilter ALL =
            new AuditFilter(null, null, null, null, null, null, null, null, null, null, null, null, null);
}
