package io.skyholm.storage.backup;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.KindOnMachines;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Exports as things on hosts: the rows of their backups take what hosts report. */
@Singleton
class ExportsOnHosts implements KindOnMachines {

    private final ReconcileQueue queue;

    ExportsOnHosts(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public ThingKind kind() {
        return DesiredExport.KIND;
    }

    @Override
    public String table() {
        return "backup";
    }

    @Override
    public String onMachine() {
        return "select id from backup where compute_machine_id = $1 and not is_released";
    }

    /** The sum of what it has left, and whether that is a difference; what an agent of before reports has none. */
    @Override
    public String alsoSet() {
        return ", exported_sha256 = coalesce(told.sha256, thing.exported_sha256),"
                + " difference_bytes = case when told.sha256 is null then thing.difference_bytes else told.builds end";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentExport.class;
    }

    @Override
    public void changed(Work work, UUID backup, boolean isDesired) {
        queue.remind(work, BackupLifecycle.KIND, backup);
    }
}
