package io.skyholm.audit.archive;

import io.skyholm.audit.chain.Head;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Keeps which months were archived. */
@Singleton
class ArchiveStore {

    private static final String SELECT = """
            select id, month, file, entries, sha256, first_position, last_position, archived_at, dropped_at
            from audit_archive""";
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

    ArchiveStore(TenantRead read) {
        this.read = read;
    }

    Uni<List<ArchiveView>> list(TenantScope scope, PageRequest page) {
        return read.list(scope, ListQuery.of(SELECT).page(page), ArchiveStore::view);
    }

    /** The months before that one which still lie in the database, the oldest first. */
    Uni<List<DueMonth>> due(LocalDate before) {
        return read.list(
                TenantScope.PLATFORM,
                Statement.of(DUE, before),
                row -> new DueMonth(row.getLocalDate("month"), row.getString("file"), row.getString("sha256")));
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

    private static ArchiveView view(Row row) {
        return new ArchiveView(
                row.getUUID("id"),
                row.getLocalDate("month"),
                row.getString("file"),
                row.getLong("entries"),
                row.getString("sha256"),
                row.getLong("first_position"),
                row.getLong("last_position"),
                ColumnReaders.instant(row, "archived_at"),
                ColumnReaders.instantOrNull(row, "dropped_at"));
    }
}
