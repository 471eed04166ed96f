package io.skyholm.billing.meter;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which meters are wanted. */
public record MeterFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("planId") @Nullable UUID planId) {}
