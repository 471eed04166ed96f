package io.skyholm.compute.vm;

import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which virtual machines are wanted. */
public record VirtualMachineFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("instanceId") @Nullable UUID instanceId,
        @QueryParam("computeMachineId") @Nullable UUID computeMachineId,
        @QueryParam("status") @Nullable VirtualMachineStatus status,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
