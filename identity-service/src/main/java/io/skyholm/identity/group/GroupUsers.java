package io.skyholm.identity.group;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who can be a member of groups; the room of users stands above and implements it. */
public interface GroupUsers {

    /** Whether that user is one of the tenant's, who is then not deleted before the transaction ends. */
    Uni<Boolean> belongTo(Work work, UUID tenant, UUID user);
}
