package io.skyholm.storage.upload;

import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Who brings a part. What was allowed when it began is asked again whenever some of it is to count: a part may take hours, and rights
 * end meanwhile.
 */
record PartSender(Cause cause, Access access, Claim claim) {

    /** Whether the sender would still be let in. */
    @FunctionalInterface
    interface Access {
        /** Fails if not. */
        Uni<Void> check();
    }

    /** The version that the part is for. */
    @FunctionalInterface
    interface Claim {
        /** Keeps everybody else from changing it until the transaction ends; fails if it takes no more of it. */
        Uni<Void> hold(Work work, UUID version);
    }
}
