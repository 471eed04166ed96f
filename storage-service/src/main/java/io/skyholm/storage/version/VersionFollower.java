package io.skyholm.storage.version;

import io.skyholm.runtime.tenant.Work;
import java.util.UUID;

/** Who has to know that a version takes no bytes: the room of uploads stands above. */
public interface VersionFollower {

    /** It is deleted, or what was fetched for it is given up; in the same transaction. */
    void takesNoBytes(Work work, UUID version);
}
