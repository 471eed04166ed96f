package io.skyholm.compute.operation;

import io.skyholm.runtime.tenant.Ids;
import java.util.UUID;

/** Ids of operations: by two of their digits the gateway knows whose they are. */
final class OperationIds {

    /** Compute's, as in the gateway's routes.properties. */
    private static final long MARK = 0xc0;

    /** Where it stands: the last two digits of the fourth group. */
    private static final int SHIFT = 48;

    private static final long MASK = ~(0xffL << SHIFT);

    private OperationIds() {}

    static UUID next() {
        UUID id = Ids.next();
        return new UUID(id.getMostSignificantBits(), (id.getLeastSignificantBits() & MASK) | (MARK << SHIFT));
    }
}
