package io.skyholm.network.known;

import io.skyholm.runtime.tenant.Work;
import java.util.UUID;

/** Has the network of an instance looked at again; rooms below its reconciler know no more of that than this. */
public interface InstanceNetworkWaker {

    /** As soon as this transaction commits. */
    void wake(Work work, UUID instance);
}
