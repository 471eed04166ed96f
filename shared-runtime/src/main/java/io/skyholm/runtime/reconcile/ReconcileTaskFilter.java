package io.skyholm.runtime.reconcile;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tasks an operator asks for. */
public record ReconcileTaskFilter(
        @QueryParam("state") @Nullable ReconcileTaskState state,
        @QueryParam("kind") @Nullable String kind,
        @QueryParam("resourceId") @Nullable UUID resourceId) {}
