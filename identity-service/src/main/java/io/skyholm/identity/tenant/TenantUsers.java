package io.skyholm.identity.tenant;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The users of a tenant, as its own rules concern them; the room of users stands above and implements it. */
public interface TenantUsers {

    /** Whether there are any who are not deleted. */
    Uni<Boolean> exist(Work work, UUID tenant);

    /** Whether that user is one of them, and active. */
    Uni<Boolean> haveActive(Work work, UUID tenant, UUID user);

    /** Whether one of them runs the platform. */
    Uni<Boolean> runPlatform(Work work, UUID tenant);
}
