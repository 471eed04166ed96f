package io.skyholm.identity.session;

import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sessions are wanted. */
public record SessionFilter(
        @QueryParam("userId") @Nullable UUID userId,

        @QueryParam("active") @Condition("(ended_at is null and expires_at > now()) = ?") @Nullable Boolean active) {}
