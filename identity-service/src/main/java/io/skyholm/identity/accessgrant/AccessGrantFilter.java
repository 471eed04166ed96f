package io.skyholm.identity.accessgrant;

import io.skyholm.events.identity.AccessGrantStatus;
import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which access grants are wanted. */
public record AccessGrantFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("operatorId") @Nullable UUID operatorId,

        @QueryParam("status") @Condition(AccessGrantStore.STANDING + " = ?") @Nullable AccessGrantStatus status) {}
