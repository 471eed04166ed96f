package io.skyholm.compute.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the instance of a notice is.
 *
 * @param here whether it is still on the machine that is maintained
 * @param move the operation that is moving it, while there is one
 */
record InstanceLocation(boolean here, @Nullable UUID move) {

    boolean isMoving() {
        return move != null;
    }
}
