package io.skyholm.compute.instanceset;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.compute.InstanceSetEvents;
import io.skyholm.events.compute.InstanceSetFact;
import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The instance sets of a tenant that is deleted; its instances have left them. */
@Startup
@Singleton
class TenantInstanceSets implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("instance_set");

    private final Aggregate<InstanceSet, InstanceSetView, InstanceSetFact> sets;

    TenantInstanceSets(Aggregates aggregates) {
        this.sets = aggregates.of("instance set", InstanceSet.class, InstanceSetView.class, InstanceSetEvents.TYPES);
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "instance sets", "instance_set", "instance_set_member");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.delete(
                work, tenant, sets, InstanceSetEvents.DELETED, set -> set.status = InstanceSetStatus.DELETED);
    }
}
