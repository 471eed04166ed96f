package io.skyholm.compute.maintenance;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which maintenance windows are wanted. */
public record WindowFilter(
        @QueryParam("computeMachineId") @Nullable UUID computeMachineId,
        @QueryParam("status") @Nullable WindowStatus status) {}
