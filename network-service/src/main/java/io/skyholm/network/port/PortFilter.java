package io.skyholm.network.port;

import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which ports are wanted. */
public record PortFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("instanceId") @Nullable UUID instanceId,
        @QueryParam("subnetId") @Nullable UUID subnetId,

        @QueryParam("macAddress") @Condition("mac_address = lower(?)") @Nullable String macAddress,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
