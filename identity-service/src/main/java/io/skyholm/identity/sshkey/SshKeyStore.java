package io.skyholm.identity.sshkey;

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

/** Finds SSH keys. */
@Singleton
class SshKeyStore {

    private static final String SELECT = """
            select id, generation, tenant_id, user_id, name, public_key, key_type, fingerprint, comment,
                created_at, updated_at, created_by, updated_by, deleted_at
            from ssh_key""";

    private final TenantRead read;

    SshKeyStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<SshKeyView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), SshKeyStore::view);
    }

    /** The keys that the filter asks for, or of these only one user's. */
    Uni<List<SshKeyView>> list(TenantScope scope, SshKeyFilter filter, @Nullable UUID only, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("(deleted_at is null) = ?", true)
                .where("user_id = ?", only)
                .where("user_id = ?", filter.userId());
        return read.list(scope, query.page(page), SshKeyStore::view);
    }

    private static SshKeyView view(Row row) {
        return new SshKeyView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getString("name"),
                row.getString("public_key"),
                row.getString("key_type"),
                row.getString("fingerprint"),
                row.getString("comment"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
