package io.skyholm.storage.version;

import io.skyholm.runtime.tenant.Work;
import java.util.UUID;

/** Who has to know that a version is deleted: the room of uploads stands above. */
public interface VersionFollower {

    /** In the same transaction. */
    void versionDeleted(Work work, UUID version);
}
