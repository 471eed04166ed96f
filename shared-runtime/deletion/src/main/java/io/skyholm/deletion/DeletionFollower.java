package io.skyholm.deletion;

import io.skyholm.events.deletion.DataOwner;
import io.skyholm.runtime.tenant.Work;
import java.util.UUID;

/** Follows this service's own deletions, in the transaction in which they end. */
public interface DeletionFollower {

    /** This service holds nothing more of that tenant or user. */
    void completed(Work work, DataOwner owner, UUID id);
}
