package io.skyholm.identity.user;

import io.skyholm.events.EventJson;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.quota.QuotaColumn;
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

/** Finds users. */
@Singleton
class UserStore {

    private static final String SELECT = """
            select id, generation, tenant_id, username, email, first_name, last_name, status, email_verified, totp_required,
                quota_config, external_ids, directory_state, last_login_at, created_at, updated_at, created_by,
                updated_by, deleted_at,
            """ + Holdings.NAMES + " as roles from app_user";

    private static final String BY_EMAIL = " where lower(email) = lower($1) and status <> 'DELETED'";

    private final TenantRead read;

    UserStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<UserView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), UserStore::view);
    }

    /** The user of that address; a deleted one has given it back. */
    Uni<Optional<UserView>> findByEmail(String email) {
        return read.one(TenantScope.PLATFORM, Statement.of(SELECT + BY_EMAIL, email), UserStore::view);
    }

    Uni<List<UserView>> list(TenantScope scope, UserFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(username) = lower(?)", filter.username())
                .where("lower(email) = lower(?)", filter.email());
        return read.list(scope, query.page(page), UserStore::view);
    }

    private static UserView view(Row row) {
        return new UserView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("username"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                UserView.fullName(row.getString("first_name"), row.getString("last_name")),
                List.of(row.getArrayOfStrings("roles")),
                UserStatus.valueOf(row.getString("status")),
                row.getBoolean("email_verified"),
                row.getBoolean("totp_required"),
                QuotaColumn.read(row.getString("quota_config")),
                EventJson.readTexts(row.getString("external_ids")),
                DirectoryState.valueOf(row.getString("directory_state")),
                Columns.instantOrNull(row, "last_login_at"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
