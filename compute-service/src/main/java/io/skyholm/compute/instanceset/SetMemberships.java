package io.skyholm.compute.instanceset;

import io.skyholm.compute.instance.SetMembership;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Instances that are created into sets, and those that are deleted. */
@Singleton
class SetMemberships implements SetMembership {

    private static final String OPEN =
            "select 1 from instance_set where id = $1 and tenant_id = $2 and status = 'ACTIVE'";
    private static final String JOIN = """
            insert into instance_set_member (id, generation, tenant_id, set_id, instance_id, role, joined_at, added_by)
            values ($1, 1, $2, $3, $4, $5, $6, $7)""";
    private static final String LEAVE = "delete from instance_set_member where instance_id = $1";

    @Override
    public Uni<Boolean> isOpen(Work work, UUID tenant, UUID set) {
        return work.exists(OPEN, set, tenant);
    }

    @Override
    public void join(Work work, Joining joining) {
        work.send(
                JOIN,
                Ids.next(),
                joining.tenantId(),
                joining.setId(),
                joining.instanceId(),
                joining.role(),
                Columns.parameter(joining.at()),
                joining.by());
    }

    @Override
    public void leave(Work work, UUID instance) {
        work.send(LEAVE, instance);
    }
}
