package io.skyholm.network.vpc;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who has to know that a VPC changed: the room of ports, whose hosts were told of it, stands above. */
public interface VpcFollower {

    /** In the same transaction, before the change is written. */
    Uni<Void> vpcChanged(Work work, UUID vpc);
}
