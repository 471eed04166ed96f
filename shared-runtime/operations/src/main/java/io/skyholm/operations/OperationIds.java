package io.skyholm.operations;

import io.skyholm.runtime.tenant.Ids;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Ids of operations: by two of their digits the gateway knows whose they are. */
@Singleton
class OperationIds {

    /** Where the mark stands: the last two digits of the fourth group. */
    private static final int SHIFT = 48;

    private static final long MASK = ~(0xffL << SHIFT);

    private final long mark;

    OperationIds(OperationContract contract) {
        this.mark = (long) contract.mark() << SHIFT;
    }

    UUID next() {
        UUID id = Ids.next();
        return new UUID(id.getMostSignificantBits(), (id.getLeastSignificantBits() & MASK) | mark);
    }
}
