package io.skyholm.operations;

import io.skyholm.events.operation.OperationKind;
import io.skyholm.events.operation.OperationStatus;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which operations are wanted. */
public record OperationFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("resourceId") @Nullable UUID resourceId,
        @QueryParam("parentId") @Nullable UUID parentId,
        @QueryParam("kind") @Nullable OperationKind kind,
        @QueryParam("status") @Nullable OperationStatus status) {}
