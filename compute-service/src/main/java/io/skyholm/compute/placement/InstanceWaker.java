package io.skyholm.compute.placement;

import io.skyholm.runtime.tenant.Work;
import java.util.UUID;

/** Has an instance looked at again; rooms below its reconciler know no more of that than this. */
public interface InstanceWaker {

    /** As soon as this transaction commits. */
    void wake(Work work, UUID instance);
}
