package io.skyholm.identity.role;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.identity.RoleEvents;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The roles that a tenant has made for itself, which nobody holds any more when it is deleted. */
@Singleton
class TenantRoles implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("role");

    private final RolePublisher publisher;

    TenantRoles(RolePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "roles", "role");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.each(work, tenant, id -> work.lock(Role.class, id)
                .map(Optional::orElseThrow)
                .chain(role -> delete(work, role))
                .replaceWith(true));
    }

    private Uni<Void> delete(Work work, Role role) {
        role.delete(work.now());
        role.changed(null, work.now());
        publisher.publish(work, RoleEvents.DELETED, role);
        return work.update(role);
    }
}
