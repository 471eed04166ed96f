package io.skyholm.identity.tenant;

import io.skyholm.events.identity.TenantStatus;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which tenants are wanted. */
public record TenantFilter(
        @QueryParam("status") @Nullable TenantStatus status,
        @QueryParam("name") @Nullable String name) {}
