package io.skyholm.identity.invitation;

import io.skyholm.events.identity.InvitationStatus;
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

/** Finds invitations. */
@Singleton
class InvitationStore {

    private static final String STANDING =
            "case when status = 'PENDING' and expires_at <= now() then 'EXPIRED' else status end";
    private static final String SELECT = """
            select id, generation, tenant_id, email, roles, %s as standing, expires_at, invited_by, accepted_at,
                user_id, created_at, updated_at
            from invitation""".formatted(STANDING);

    private final TenantRead read;

    InvitationStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<InvitationView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), InvitationStore::view);
    }

    Uni<List<InvitationView>> list(TenantScope scope, InvitationFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where(
                        STANDING + " = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(email) = lower(?)", filter.email());
        return read.list(scope, query.page(page), InvitationStore::view);
    }

    private static InvitationView view(Row row) {
        return new InvitationView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("email"),
                List.of(row.getArrayOfStrings("roles")),
                InvitationStatus.valueOf(row.getString("standing")),
                Columns.instant(row, "expires_at"),
                row.getUUID("invited_by"),
                Columns.instantOrNull(row, "accepted_at"),
                row.getUUID("user_id"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
