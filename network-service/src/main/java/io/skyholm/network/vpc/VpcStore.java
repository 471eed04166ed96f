package io.skyholm.network.vpc;

import io.skyholm.events.network.VpcStatus;
import io.skyholm.network.cidr.Texts;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds VPCs. */
@Singleton
public class VpcStore {

    private static final String SELECT = """
            select id, generation, tenant_id, user_id, name, description, cidr_block, ipv6_cidr_block,
                edge_data_center_id, vlan_id, vni, enable_dns, dns_servers, status, created_at, updated_at,
                created_by, updated_by, deleted_at
            from vpc""";

    private final TenantRead read;

    VpcStore(TenantRead read) {
        this.read = read;
    }

    /** The one of that id, if they may see it. */
    public Uni<Optional<VpcView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), VpcStore::view);
    }

    Uni<List<VpcView>> list(TenantScope scope, VpcFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", true)
                .where("(tenant_id is null or tenant_id = ?)", scope.platform() ? null : scope.tenantId())
                .where("tenant_id = ?", filter.tenantId())
                .where("edge_data_center_id = ?", filter.edgeDataCenterId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), VpcStore::view);
    }

    private static VpcView view(Row row) {
        return new VpcView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("cidr_block"),
                row.getString("ipv6_cidr_block"),
                row.getUUID("edge_data_center_id"),
                row.getInteger("vlan_id"),
                row.getInteger("vni"),
                row.getBoolean("enable_dns"),
                Texts.read(row.getString("dns_servers")),
                VpcStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
