package io.skyholm.network.securitygroup;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.network.SecurityGroupEvents;
import io.skyholm.events.network.SecurityGroupFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The security groups of a tenant that is deleted, which guard no port any more. */
@Startup
@Singleton
class TenantSecurityGroups implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("security_group");

    private final Aggregate<SecurityGroup, SecurityGroupView, SecurityGroupFact> groups;

    TenantSecurityGroups(Aggregates aggregates) {
        this.groups = aggregates.of(
                "security group", SecurityGroup.class, SecurityGroupView.class, SecurityGroupEvents.TYPES);
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "security groups", "security_group");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.delete(work, tenant, groups, SecurityGroupEvents.DELETED, SecurityGroup::delete);
    }
}
