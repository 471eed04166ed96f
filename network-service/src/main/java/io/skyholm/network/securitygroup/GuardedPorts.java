package io.skyholm.network.securitygroup;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The ports that security groups guard, as changes of groups concern them; the room of ports stands above. */
public interface GuardedPorts {

    /** A select that answers with a row if the group {@code $1} guards a port. */
    String guarded();

    /** A select that answers with the {@code groups} which guard a port together with the group {@code $1}, if they are more than {@code $2}. */
    String guardedByMany();

    /** The rules of that group are others now. */
    Uni<Void> groupChanged(Work work, UUID group);

    /** Other rules guard the tenant's ports that name no group. */
    Uni<Void> defaultChanged(Work work, UUID tenant);
}
