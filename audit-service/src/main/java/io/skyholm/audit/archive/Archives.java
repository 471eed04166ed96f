package io.skyholm.audit.archive;

import io.skyholm.audit.AuditSettings;
import io.skyholm.audit.digest.Digests;
import io.skyholm.audit.entry.AuditStore;
import io.skyholm.runtime.blocking.BlockingWork;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Brings months past retention to the archive: the file on the disk, then the row that tells of it, then, and only then,
 * the partition dropped. After a crash at any point the next round goes on from what it finds.
 */
@ApplicationScoped
class Archives {

    private static final Logger LOG = Logger.getLogger(Archives.class);
    private static final int PAGE = 1_000;
    /** For as long as it takes: a transaction that waits for the files of a large month would be ended with its lock after a while. */
    static final String ALONE = """
            select pg_try_advisory_xact_lock(hashtext('audit_archives'))
            from set_config('idle_in_transaction_session_timeout', '0', true)""";

    private final TenantTransaction transactions;
    private final ArchiveStore store;
    private final AuditStore entries;
    private final Digests digests;
    private final BlockingWork blocking;
    private final Path folder;
    private final int retention;

    Archives(
            TenantTransaction transactions,
            ArchiveStore store,
            AuditStore entries,
            Digests digests,
            BlockingWork blocking,
            AuditSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.entries = entries;
        this.digests = digests;
        this.blocking = blocking;
        this.folder = settings.archive();
        this.retention = settings.retention();
    }

    /** Archives what is past retention, unless another replica is at it: this transaction only holds the lock. */
    Uni<Void> archiveDue() {
        return transactions.change(Cause.platform(), work -> work.value(Boolean.class, ALONE)
                .chain(alone ->
                        alone.orElse(false) ? eachDue() : Uni.createFrom().voidItem()));
    }

    private Uni<Void> eachDue() {
        return store.due(DueMonth.keptFrom(RealTime.now(), retention))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::archive)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> archive(DueMonth due) {
        return blocking.work(() -> due.isArchivedIn(folder))
                .chain(archived -> archived ? Uni.createFrom().voidItem() : write(due))
                .chain(() -> transactions.change(Cause.platform(), work -> store.drop(work, due.month())))
                .invoke(() -> LOG.infof("%s is in the archive now, and there only", due.month()));
    }

    private Uni<Void> write(DueMonth due) {
        return blocking.work(() -> ArchiveFile.begin(folder, due.month()))
                .chain(file -> pages(due, file)
                        .chain(() -> digests.sign(file.ends()))
                        .chain(signed -> blocking.work(() -> file.finish(signed)))
                        .onFailure()
                        .call(failure -> blocking.run(file::abandon)))
                .chain(month -> transactions.change(Cause.platform(), work -> {
                    store.keep(work, month);
                    return Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> pages(DueMonth due, ArchiveFile file) {
        return Multi.createBy()
                .repeating()
                .uni(() -> file, growing -> entries.recordedWithin(due.begins(), due.ends(), growing.position(), PAGE)
                        .call(page -> blocking.run(() -> growing.add(page))))
                .whilst(page -> page.size() == PAGE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
