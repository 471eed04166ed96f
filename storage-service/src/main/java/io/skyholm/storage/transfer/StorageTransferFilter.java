package io.skyholm.storage.transfer;

import io.skyholm.events.storage.TransferStatus;
import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which offers are wanted. */
public record StorageTransferFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("toTenantId") @Nullable UUID toTenantId,
        @QueryParam("resourceType") @Nullable TransferredType resourceType,
        @QueryParam("resourceId") @Nullable UUID resourceId,

        @QueryParam("status") @Condition(TransferStore.STANDING + " = ?") @Nullable TransferStatus status) {}
