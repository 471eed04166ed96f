package io.skyholm.identity.role;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.identity.RoleEvents;
import io.skyholm.events.identity.RoleFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The roles that a tenant has made for itself, which nobody holds any more when it is deleted. */
@Startup
@Singleton
class TenantRoles implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("role");

    private final Facts<Role, RoleFact> facts;

    TenantRoles(Aggregates aggregates) {
        this.facts = aggregates.facts(Role.class, RoleView.class, RoleEvents.TYPES);
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
        role.revision.deleted(null, work.now());
        facts.publish(work, RoleEvents.DELETED, role);
        return work.update(role);
    }
}
