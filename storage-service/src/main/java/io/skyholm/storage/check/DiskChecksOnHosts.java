package io.skyholm.storage.check;

import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.KindOnMachines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Checks as things on hosts: their rows take what hosts report, and what they have found. */
@Singleton
class DiskChecksOnHosts implements KindOnMachines {

    /** Of another run, or from another host, nothing is taken. Rows are held in the order of their ids, as in all that takes reports. */
    private static final String FOUND = """
            with told as (
                select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[])
                    as told (id, host, run, outcome, findings)
            ), held as (
                select thing.id from disk_check thing
                join told on told.id = thing.id and told.host = thing.compute_machine_id and told.run = thing.run
                where thing.status = 'CHECKING' and thing.found_run <> thing.run
                order by thing.id for update of thing
            )
            update disk_check thing
            set found_run = told.run, found_outcome = told.outcome, found_findings = told.findings
            from told join held on held.id = told.id
            where thing.id = told.id and told.host = thing.compute_machine_id and told.run = thing.run""";

    private final ReconcileQueue queue;

    DiskChecksOnHosts(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public ThingKind kind() {
        return DesiredDiskCheck.KIND;
    }

    @Override
    public String table() {
        return "disk_check";
    }

    @Override
    public String onMachine() {
        return "select id from disk_check where compute_machine_id = $1 and not is_released";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentCheck.class;
    }

    @Override
    public void changed(Work work, UUID check, boolean isDesired) {
        queue.remind(work, DiskCheckLifecycle.KIND, check);
    }

    @Override
    public Uni<Void> reported(Work work, List<HostReport> reports) {
        FoundResults found = FoundResults.in(reports);
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.execute(FOUND, found.columns()).replaceWithVoid();
    }
}
