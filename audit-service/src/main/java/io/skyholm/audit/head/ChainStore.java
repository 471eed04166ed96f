package io.skyholm.audit.head;

import io.skyholm.audit.chain.Head;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the ends of chains, and where they were archived. */
@Singleton
class ChainStore {

    private static final String SELECT = """
            select id, tenant_id, sequence, hash, updated_at
            from (select chain_id as id, tenant_id, sequence, hash, updated_at from audit_chain) chain""";
    private static final String ARCHIVED = """
            select chain_id as id, tenant_id, sequence, hash from audit_archived_chain
            where chain_id = $1 order by sequence desc limit 1""";

    private final TenantRead read;

    ChainStore(TenantRead read) {
        this.read = read;
    }

    Uni<List<ChainView>> list(TenantScope scope, PageRequest page) {
        return read.list(scope, ListQuery.of(SELECT).inScope(scope).page(page), ChainStore::view);
    }

    Uni<Optional<Head>> head(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), ChainStore::place);
    }

    /** The place from which the chain goes on behind what was archived. */
    Uni<Head> beginning(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(ARCHIVED, id), ChainStore::place)
                .map(found -> found.orElse(Head.beginning(id)));
    }

    private static Head place(Row row) {
        return new Head(row.getUUID("id"), row.getUUID("tenant_id"), row.getLong("sequence"), row.getString("hash"));
    }

    private static ChainView view(Row row) {
        return new ChainView(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getLong("sequence"),
                row.getString("hash"),
                ColumnReaders.instant(row, "updated_at"));
    }
}
