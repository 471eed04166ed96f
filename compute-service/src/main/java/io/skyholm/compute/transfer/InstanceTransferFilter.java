package io.skyholm.compute.transfer;

import io.skyholm.events.compute.InstanceTransferStatus;
import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which offers are wanted. */
public record InstanceTransferFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("toTenantId") @Nullable UUID toTenantId,
        @QueryParam("instanceId") @Nullable UUID instanceId,

        @QueryParam("status") @Condition(TransferStore.STANDING + " = ?") @Nullable InstanceTransferStatus status) {}
