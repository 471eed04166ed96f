package io.skyholm.identity.role;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who holds roles; the rooms of those who do stand above and implement it. */
public interface RoleHolders {

    /** How many hold that role who are not deleted. */
    Uni<Long> count(Work work, UUID role);
}
