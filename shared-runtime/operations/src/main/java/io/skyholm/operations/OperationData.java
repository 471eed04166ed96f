package io.skyholm.operations;

import io.skyholm.deletion.DataPolicy;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.Map;

/** What becomes of operations: that of a deletion too is still under way. */
@Singleton
class OperationData implements DataPolicy {

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT -> Map.of("operation", "what was done, which goes by itself 180 days after its end");
            case USER -> Map.of();
        };
    }
}
