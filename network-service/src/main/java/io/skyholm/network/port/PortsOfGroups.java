package io.skyholm.network.port;

import io.skyholm.network.securitygroup.GuardedPorts;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Has every port's host told what changed in the groups that guard it. */
@Singleton
class PortsOfGroups implements GuardedPorts {

    private final StalePorts stale;

    PortsOfGroups(StalePorts stale) {
        this.stale = stale;
    }

    @Override
    public String guarded() {
        return """
                select 1 from port_security_group held join port on port.id = held.port_id
                where held.security_group_id = $1 and port.deleted_at is null limit 1""";
    }

    @Override
    public String guardedByMany() {
        return """
                select distinct array(select beside.security_group_id from port_security_group beside
                    where beside.port_id = port.id order by 1) as groups
                from port_security_group held join port on port.id = held.port_id
                where held.security_group_id = $1 and port.deleted_at is null
                and (select count(*) from port_security_group beside where beside.port_id = port.id) > $2""";
    }

    @Override
    public Uni<Void> groupChanged(Work work, UUID group) {
        return stale.ofGroup(work, group);
    }

    @Override
    public Uni<Void> defaultChanged(Work work, UUID tenant) {
        return stale.withoutGroup(work, tenant);
    }
}
