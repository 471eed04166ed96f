package io.skyholm.network.networkingconfig;

import io.skyholm.events.network.NetworkingConfigType;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which networking documents are wanted. */
public record NetworkingConfigFilter(
        @QueryParam("type") @Nullable NetworkingConfigType type,
        @QueryParam("isActive") @Nullable Boolean isActive,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
