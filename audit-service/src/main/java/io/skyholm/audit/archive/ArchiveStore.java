package io.skyholm.audit.archive;

import io.quarkus.runtime.Startup;
import io.skyholm.audit.chain.Head;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Keeps which months were archived. */
@Startup
@Singleton
class ArchiveStore {

    private static final String DUE = """
            select due.month, file, sha256 from audit_months() due left join audit_archive using (month)
            where due.month < $1 order by due.month""";
    private static final String KEEP = """
            insert into audit_archive (id, month, file, entries, sha256, first_position, last_position, archived_at)
            values ($1, $2, $3, $4, $5, $6, $7, now())
            on conflict (month) do update set file = excluded.file, entries = excluded.entries,
                sha256 = excluded.sha256, first_position = excluded.first_position,
                last_position = excluded.last_position, archived_at = excluded.archived_at""";
    private static final String KEEP_ENDS = """
            insert into audit_archived_chain (month, chain_id, tenant_id, sequence, hash)
            select $1::date, chain_id, tenant_id, sequence, hash
            from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[]) as head (chain_id, tenant_id, sequence, hash)
            on conflict (chain_id, month) do update set sequence = excluded.sequence, hash = excluded.hash""";
    private static final String DROP = "select audit_drop_month($1)";

    private final TenantRead read;
    private final Views<ArchiveView> views;

    ArchiveStore(TenantRead read, ViewFactory views) {
        this.read = read;
        this.views = views.of(Select.of(ArchiveView.class, "audit_archive"));
    }

    Uni<Page<ArchiveView>> list(TenantScope scope, PageRequest page) {
        return views.page(scope, views.query(), page);
    }

    /** The months before that one which still lie in the database, the oldest first. */
    Uni<List<DueMonth>> due(LocalDate before) {
        return read.list(TenantScope.PLATFORM, Statement.of(DUE, before), RowType.of(DueMonth.class));
    }

    void keep(Work work, ArchivedMonth month) {
        work.send(
                KEEP,
                Ids.next(),
                month.month(),
                month.file(),
                month.entries(),
                month.sha256(),
                month.firstPosition(),
                month.lastPosition());
        List<Head> ends = month.ends();
        work.send(
                KEEP_ENDS,
                month.month(),
                ends.stream().map(Head::chainId).toArray(UUID[]::new),
                ends.stream().map(Head::tenantId).toArray(UUID[]::new),
                ends.stream().map(Head::sequence).toArray(Long[]::new),
                ends.stream().map(Head::hash).toArray(String[]::new));
    }

    Uni<Void> drop(Work work, LocalDate month) {
        return work.query(DROP, month).replaceWithVoid();
    }
}
