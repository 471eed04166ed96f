package io.skyholm.identity.group;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.identity.GroupEvents;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The groups of a tenant that is deleted, whose members have left them. */
@Startup
@Singleton
class TenantGroups implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("user_group");

    private final Aggregate<Group, GroupView, GroupFact> aggregate;

    TenantGroups(Aggregates aggregates) {
        this.aggregate = aggregates.of("group", Group.class, GroupView.class, GroupEvents.TYPES);
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "groups", "user_group");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.delete(work, tenant, aggregate, GroupEvents.DELETED, group -> {});
    }
}
