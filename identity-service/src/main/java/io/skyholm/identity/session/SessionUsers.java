package io.skyholm.identity.session;

import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Whose sessions there can be; the room of users stands above and implements it. */
public interface SessionUsers {

    /** The tenant of that user, who stays until this transaction ends; empty if the user is nobody here, or their tenant is going. */
    Uni<Optional<UUID>> tenantOf(Work work, UUID user);

    /** Whether the scope shows that user. */
    Uni<Boolean> areSeen(TenantScope scope, UUID user);
}
