package io.skyholm.compute.instance;

import io.skyholm.events.compute.OperationKind;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody, or the platform itself, wants an instance to do, as part of another operation or on its own. */
public record Act(
        OperationKind kind, @Nullable UUID by, @Nullable UUID parent, Object request) {

    /** A plain one that needs no more to be said. */
    public static Act of(OperationKind kind, @Nullable UUID by) {
        return new Act(kind, by, null, Map.of());
    }

    /** A move away from that machine. */
    public static Act move(UUID from, @Nullable UUID by) {
        return new Act(OperationKind.MOVE, by, null, new MoveRequest(from));
    }

    /** The same as a part of another operation. */
    public Act partOf(UUID operation) {
        return new Act(kind, by, operation, request);
    }
}
