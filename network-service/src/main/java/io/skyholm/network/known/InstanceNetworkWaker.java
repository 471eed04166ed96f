package io.skyholm.network.known;

import io.skyholm.runtime.tenant.Work;
import java.util.UUID;

/** Has the network of an instance looked at again; rooms below its reconciler know no more of that than this. */
public interface InstanceNetworkWaker {

    /** As soon as this transaction commits, for the request that caused it: what follows belongs to that. */
    void wake(Work work, UUID instance);

    /** The same where it may find what it waits for: what follows belongs to the request that it was woken for. */
    void remind(Work work, UUID instance);
}
