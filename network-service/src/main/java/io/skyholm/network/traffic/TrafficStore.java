package io.skyholm.network.traffic;

import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;

/** Finds what ports carried. */
@Singleton
class TrafficStore {

    private static final String SELECT = """
            select id, tenant_id, instance_id, port_id, month, allowance_gb, received_bytes, sent_bytes
            from traffic, lateral traffic_carried(traffic.port_id, traffic.month)""";

    private final TenantRead read;

    TrafficStore(TenantRead read) {
        this.read = read;
    }

    Uni<List<TrafficView>> list(TenantScope scope, TrafficFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where("instance_id = ?", filter.instanceId())
                .where("port_id = ?", filter.portId())
                .where("month = ?", filter.firstDay());
        return read.list(scope, query.page(page), TrafficStore::view);
    }

    private static TrafficView view(Row row) {
        long received = row.getLong("received_bytes");
        long sent = row.getLong("sent_bytes");
        return new TrafficView(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("instance_id"),
                row.getUUID("port_id"),
                YearMonth.from(row.getLocalDate("month")).toString(),
                received,
                sent,
                received + sent,
                row.getInteger("allowance_gb"));
    }
}
