package io.skyholm.network.vpc;

import io.skyholm.events.network.VpcStatus;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which VPCs are wanted. */
public record VpcFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("status") @Nullable VpcStatus status,
        @QueryParam("name") @Nullable String name) {}
