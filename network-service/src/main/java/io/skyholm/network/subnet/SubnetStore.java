package io.skyholm.network.subnet;

import io.skyholm.events.network.SubnetStatus;
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

/** Finds subnets. */
@Singleton
public class SubnetStore {

    private static final String SELECT = """
            select id, generation, tenant_id, vpc_id, name, cidr_block, ipv6_cidr_block, availability_zone,
                gateway, ipv6_gateway, vlan_id, is_public, auto_assign_ip, ip_pool_id, status, created_at,
                updated_at, created_by, updated_by, deleted_at
            from subnet""";

    private final TenantRead read;

    SubnetStore(TenantRead read) {
        this.read = read;
    }

    /** The one of that id, if they may see it. */
    public Uni<Optional<SubnetView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), SubnetStore::view);
    }

    Uni<List<SubnetView>> list(TenantScope scope, SubnetFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", true)
                .where("(tenant_id is null or tenant_id = ?)", scope.platform() ? null : scope.tenantId())
                .where("tenant_id = ?", filter.tenantId())
                .where("vpc_id = ?", filter.vpcId())
                .where("is_public = ?", filter.isPublic())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), SubnetStore::view);
    }

    private static SubnetView view(Row row) {
        return new SubnetView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("vpc_id"),
                row.getString("name"),
                row.getString("cidr_block"),
                row.getString("ipv6_cidr_block"),
                row.getString("availability_zone"),
                row.getString("gateway"),
                row.getString("ipv6_gateway"),
                row.getInteger("vlan_id"),
                row.getBoolean("is_public"),
                row.getBoolean("auto_assign_ip"),
                row.getUUID("ip_pool_id"),
                SubnetStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
