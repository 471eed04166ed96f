package io.skyholm.compute.join;

import io.skyholm.compute.machine.MachineType;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds join tokens. */
@Singleton
class JoinTokenStore {

    private static final String SELECT = """
            select id, 1 + (used_at is not null)::int::bigint + (revoked_at is not null)::int as generation,
                resource_pool_id, machine_type, rental_mode, tags,
                case when used_at is not null then machine_id end as machine_id,
                created_at, created_by, expires_at, used_at, revoked_at
            from join_token""";

    private final TenantRead read;

    JoinTokenStore(TenantRead read) {
        this.read = read;
    }

    Uni<List<JoinTokenView>> list(TenantScope scope, JoinTokenFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("resource_pool_id = ?", filter.resourcePoolId())
                .where("(used_at is null and revoked_at is null and expires_at > now()) = ?", filter.open());
        return read.list(scope, query.page(page), JoinTokenStore::view);
    }

    private static JoinTokenView view(Row row) {
        return new JoinTokenView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("resource_pool_id"),
                member(row.getString("machine_type"), MachineType::valueOf),
                member(row.getString("rental_mode"), RentalMode::valueOf),
                List.of(row.getArrayOfStrings("tags")),
                null,
                row.getUUID("machine_id"),
                Columns.instant(row, "created_at"),
                row.getUUID("created_by"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "used_at"),
                Columns.instantOrNull(row, "revoked_at"));
    }

    private static <E> @Nullable E member(@Nullable String name, Function<String, E> of) {
        return name == null ? null : of.apply(name);
    }
}
