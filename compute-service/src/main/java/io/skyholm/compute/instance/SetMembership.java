package io.skyholm.compute.instance;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** What instances have to do with sets; the room of sets keeps the members, and lies above this one. */
public interface SetMembership {

    /** Whether the tenant has that set, and it takes members. */
    Uni<Boolean> isOpen(Work work, UUID tenant, UUID set);

    /** An instance that was created for a set becomes a member of it. */
    void join(Work work, Joining joining);

    /** A deleted instance is no set's member any more. */
    void leave(Work work, UUID instance);

    /** Who joins which set as what. */
    record Joining(UUID tenantId, UUID setId, UUID instanceId, String role, UUID by, Instant at) {}
}
