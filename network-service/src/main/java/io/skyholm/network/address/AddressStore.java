package io.skyholm.network.address;

import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressStatus;
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
import org.jspecify.annotations.Nullable;

/** Finds addresses. */
@Singleton
class AddressStore {

    private static final String SELECT = """
            select id, generation, tenant_id, subnet_id, ip_pool_id, ip_address, status, kind, is_public, instance_id,
                port_id, mac_address, user_id, allocated_at, allocated_by, lease_expires_at, frozen_until,
                is_range_start, range_size, tags, reverse_name, created_at, updated_at
            from ip_address""";

    /** Held for a port that is gone, or nobody's for far longer than any cool-down is. */
    private static final String LEAKED = """
            (status = 'ALLOCATED' and not exists (select from port where port.id = port_id and port.deleted_at is null)
                or status = 'FROZEN' and port_id is null and frozen_until < now() - interval '1 day') = ?""";

    private final TenantRead read;

    AddressStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<AddressView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), AddressStore::view);
    }

    Uni<List<AddressView>> list(TenantScope scope, AddressFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where("subnet_id = ?", filter.subnetId())
                .where("ip_pool_id = ?", filter.ipPoolId())
                .where("instance_id = ?", filter.instanceId())
                .where("status = ?", name(filter.status()))
                .where("kind = ?", name(filter.kind()))
                .where("ip_address = ?", filter.ipAddress());
        return read.list(scope, query.page(page), AddressStore::view);
    }

    Uni<List<AddressView>> leaked(TenantScope scope, PageRequest page) {
        return read.list(
                scope, ListQuery.of(SELECT).inScope(scope).where(LEAKED, true).page(page), AddressStore::view);
    }

    private static @Nullable String name(@Nullable Enum<?> member) {
        return member == null ? null : member.name();
    }

    private static AddressView view(Row row) {
        return new AddressView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("subnet_id"),
                row.getUUID("ip_pool_id"),
                row.getString("ip_address"),
                AddressStatus.valueOf(row.getString("status")),
                AddressKind.valueOf(row.getString("kind")),
                row.getBoolean("is_public"),
                row.getUUID("instance_id"),
                row.getUUID("port_id"),
                row.getString("mac_address"),
                row.getUUID("user_id"),
                Columns.instantOrNull(row, "allocated_at"),
                row.getUUID("allocated_by"),
                Columns.instantOrNull(row, "lease_expires_at"),
                Columns.instantOrNull(row, "frozen_until"),
                row.getBoolean("is_range_start"),
                row.getInteger("range_size"),
                Texts.read(row.getString("tags")),
                row.getString("reverse_name"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
