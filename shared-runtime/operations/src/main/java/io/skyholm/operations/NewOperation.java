package io.skyholm.operations;

import io.skyholm.events.operation.OperationKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who begins an operation, of which kind, on what, and as the child of which other. */
public record NewOperation(
        UUID tenantId,
        OperationKind kind,
        String resourceType,
        UUID resourceId,
        @Nullable UUID by,
        @Nullable UUID parentId) {

    /** Something that is done to an instance. */
    public static NewOperation ofInstance(UUID tenantId, OperationKind kind, UUID instance, @Nullable UUID by) {
        return new NewOperation(tenantId, kind, "INSTANCE", instance, by, null);
    }

    /** The same as a child of another operation. */
    public NewOperation childOf(@Nullable UUID parent) {
        return new NewOperation(tenantId, kind, resourceType, resourceId, by, parent);
    }
}
