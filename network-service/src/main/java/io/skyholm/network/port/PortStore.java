package io.skyholm.network.port;

import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** Finds ports. */
@Singleton
public class PortStore {

    private static final String SELECT = """
            select id, generation, tenant_id, instance_id, subnet_id, ordinal, mac_address, seen_state,
                array(select held.ip_address from ip_address held
                    where held.port_id = port.id and held.status = 'ALLOCATED' order by held.kind desc, held.family) as addresses,
                array(select held.security_group_id from port_security_group held
                    where held.port_id = port.id order by 1) as groups,
                traffic_allowance_gb, carried.received_bytes + carried.sent_bytes as traffic_used_bytes,
                created_at, updated_at, deleted_at
            from port, lateral traffic_carried(port.id, this_month()) carried""";
    private static final String OF_INSTANCE =
            "from Port where instanceId = :instance and deletedAt is null order by ordinal";

    private final TenantRead read;

    PortStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<PortView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), PortStore::view);
    }

    Uni<List<PortView>> list(TenantScope scope, PortFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("(deleted_at is null) = ?", true)
                .where("tenant_id = ?", filter.tenantId())
                .where("instance_id = ?", filter.instanceId())
                .where("subnet_id = ?", filter.subnetId())
                .where("mac_address = lower(?)", filter.macAddress());
        return read.list(scope, query.page(page), PortStore::view);
    }

    /** The ports that an instance has, that of the default route first; nobody else changes them meanwhile. */
    public Uni<List<Port>> held(Work work, UUID instance) {
        return work.session()
                .createSelectionQuery(OF_INSTANCE, Port.class)
                .setParameter("instance", instance)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static PortView view(Row row) {
        String state = row.getString("seen_state");
        return new PortView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("instance_id"),
                row.getUUID("subnet_id"),
                row.getInteger("ordinal"),
                row.getString("mac_address"),
                List.of(row.getArrayOfStrings("addresses")),
                List.of(row.getArrayOfUUIDs("groups")),
                state == null ? null : ThingState.valueOf(state),
                row.getInteger("traffic_allowance_gb"),
                row.getLong("traffic_used_bytes"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
