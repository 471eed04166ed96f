package io.skyholm.identity.tenant;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which tenants are wanted. */
public record TenantFilter(
        @QueryParam("status") @Nullable TenantStatus status,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
