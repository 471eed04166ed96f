package io.skyholm.network.networkingconfig;

import io.skyholm.events.network.NetworkingConfigType;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which networking documents are wanted. */
public record NetworkingConfigFilter(
        @QueryParam("type") @Nullable NetworkingConfigType type,
        @QueryParam("isActive") @Nullable Boolean isActive) {}
