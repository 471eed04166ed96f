package io.skyholm.identity.role;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who holds roles; the room of users stands above and implements it. */
public interface RoleHolders {

    /** How many users hold that role who are not deleted. */
    Uni<Long> count(Work work, UUID role);
}
