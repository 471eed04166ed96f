package io.skyholm.identity.apikey;

import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which keys are wanted. */
public record ApiKeyFilter(
        @QueryParam("userId") @Nullable UUID userId,

        @QueryParam("active") @Condition("is_active = ?") @Nullable Boolean active) {}
