package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which service accounts are wanted. */
public record ServiceAccountFilter(
        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @QueryParam("enabled") @Condition("is_enabled = ?") @Nullable Boolean enabled,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
