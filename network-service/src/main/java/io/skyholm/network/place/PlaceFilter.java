package io.skyholm.network.place;

import io.skyholm.events.network.PlaceStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which places are wanted. */
public record PlaceFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("subnetId") @Nullable UUID subnetId,
        @QueryParam("status") @Nullable PlaceStatus status,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
