package io.skyholm.identity.tenant;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Keeps those who run the platform from being deleted with a tenant. */
public interface DeletionGuard {

    /** Refuses if somebody of that tenant runs the platform. */
    Uni<Void> checkNoOperators(Work work, UUID tenant);
}
