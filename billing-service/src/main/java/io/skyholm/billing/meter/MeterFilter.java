package io.skyholm.billing.meter;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which meters are wanted. */
public record MeterFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("resourceType") @Nullable ResourceKind resourceType,
        @QueryParam("resourceId") @Nullable UUID resourceId,
        @QueryParam("planId") @Nullable UUID planId) {}
