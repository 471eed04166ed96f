package io.skyholm.identity.user;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which users are wanted. */
public record UserFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("status") @Nullable UserStatus status,

        @QueryParam("username") @Condition(IGNORING_CASE) @Nullable String username,

        @QueryParam("email") @Condition(IGNORING_CASE) @Nullable String email,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
