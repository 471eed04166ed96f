package io.skyholm.storage.instance;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who has to know that something else is true of an instance: the rooms of what it has stand above. */
public interface InstanceFollower {

    /** In the transaction that learns of it. */
    Uni<Void> instanceChanged(Work work, UUID instance);
}
