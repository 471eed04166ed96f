package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Entry;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds entries. */
@Singleton
public class AuditStore {

    private static final String LAST = "select position from audit_recording";

    private final TenantRead read;

    AuditStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<AuditEntryView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(EntryRow.SELECT + " where id = $1", id), AuditStore::view);
    }

    /** Newest first. */
    Uni<List<AuditEntryView>> list(TenantScope scope, AuditFilter filter, PageRequest page) {
        return read.list(scope, EntryQuery.of(scope, filter).newestFirst(page), AuditStore::view);
    }

    /** In the order in which they were recorded, behind a position. */
    Uni<List<EntryRow>> recorded(TenantScope scope, AuditFilter filter, long position, int most) {
        return read.list(scope, EntryQuery.of(scope, filter).asRecorded(position, most), EntryRow::of);
    }

    /** A chain in its order, behind a sequence, of which the filter lets something through. */
    Uni<List<EntryRow>> chained(TenantScope scope, AuditFilter filter, UUID chain, long sequence, int most) {
        return read.list(scope, EntryQuery.ofChain(chain, sequence, filter).asChained(most), EntryRow::of);
    }

    /** A chain in its order, behind a sequence. */
    public Uni<List<Entry>> chain(TenantScope scope, UUID chain, long sequence, int most) {
        return chained(scope, AuditFilter.ALL, chain, sequence, most)
                .map(rows -> rows.stream().map(EntryRow::entry).toList());
    }

    /** What was recorded in a time, in its order, behind a position. */
    public Uni<List<EntryRow>> recordedWithin(Instant from, Instant until, long position, int most) {
        Statement statement = EntryQuery.of(TenantScope.PLATFORM, AuditFilter.ALL)
                .where("recorded_at >= ?", ColumnReaders.parameter(from))
                .where("recorded_at < ?", ColumnReaders.parameter(until))
                .asRecorded(position, most);
        return read.list(TenantScope.PLATFORM, statement, EntryRow::of);
    }

    /** The position of what was recorded last. */
    Uni<Long> last() {
        return read.one(TenantScope.PLATFORM, Statement.of(LAST), row -> row.getLong("position"))
                .map(found -> found.orElse(0L));
    }

    private static AuditEntryView view(Row row) {
        return AuditEntryView.of(EntryRow.of(row).entry());
    }
}
