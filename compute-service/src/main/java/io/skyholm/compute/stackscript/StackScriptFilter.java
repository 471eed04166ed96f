package io.skyholm.compute.stackscript;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which scripts are wanted. */
public record StackScriptFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @QueryParam("isActive") @Nullable Boolean isActive,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
