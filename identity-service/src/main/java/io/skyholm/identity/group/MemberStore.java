package io.skyholm.identity.group;

import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Finds the members of a group. */
@Singleton
class MemberStore {

    private static final String SELECT = """
            select id, generation, group_id, user_id, tenant_id, joined_at, added_by, removed_at
            from user_group_member""";

    private final TenantRead read;

    MemberStore(TenantRead read) {
        this.read = read;
    }

    Uni<List<MemberView>> list(TenantScope scope, UUID group, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT).where("group_id = ?", group).where("(removed_at is null) = ?", true);
        return read.list(scope, query.page(page), MemberStore::view);
    }

    private static MemberView view(Row row) {
        return new MemberView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("group_id"),
                row.getUUID("user_id"),
                row.getUUID("tenant_id"),
                Columns.instant(row, "joined_at"),
                row.getUUID("added_by"),
                Columns.instantOrNull(row, "removed_at"));
    }
}
