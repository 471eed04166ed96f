package io.skyholm.audit.head;

import io.quarkus.runtime.Startup;
import io.skyholm.audit.chain.Head;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds the ends of chains, and where they were archived. */
@Startup
@Singleton
class ChainStore {

    /** Conditions and cursors know a chain by its {@code id}. */
    private static final String CHAINS =
            "(select chain_id as id, tenant_id, sequence, hash, updated_at from audit_chain) chain";

    private static final String HEAD =
            "select chain_id, tenant_id, sequence, hash from audit_chain where chain_id = $1";
    private static final String ARCHIVED = """
            select chain_id, tenant_id, sequence, hash from audit_archived_chain
            where chain_id = $1 order by sequence desc limit 1""";

    private final TenantRead read;
    private final Views<ChainView> views;

    ChainStore(TenantRead read, ViewFactory views) {
        this.read = read;
        this.views = views.of(Select.of(ChainView.class, CHAINS));
    }

    Uni<Page<ChainView>> list(TenantScope scope, PageRequest page) {
        return views.page(scope, views.query().inScope(scope), page);
    }

    Uni<Optional<Head>> head(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(HEAD, id), RowType.of(Head.class));
    }

    /** The place from which the chain goes on behind what was archived. */
    Uni<Head> beginning(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(ARCHIVED, id), RowType.of(Head.class))
                .map(found -> found.orElse(Head.beginning(id)));
    }
}
