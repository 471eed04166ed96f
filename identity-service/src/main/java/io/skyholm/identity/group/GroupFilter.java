package io.skyholm.identity.group;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which groups are wanted. */
public record GroupFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("parentGroupId") @Nullable UUID parentGroupId,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
