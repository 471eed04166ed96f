package io.skyholm.storage.copy;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.KindOnMachines;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Exports as things on hosts, as far as they are for versions; those for backups are the rows of these. */
@Singleton
class CopiesOnHosts implements KindOnMachines {

    private final ReconcileQueue queue;

    CopiesOnHosts(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public ThingKind kind() {
        return DesiredExport.KIND;
    }

    @Override
    public String table() {
        return "version_copy";
    }

    @Override
    public String onMachine() {
        return "select id from version_copy where compute_machine_id = $1 and deleted_at is null";
    }

    /** The sum of what it has left; what an agent of before reports has none. */
    @Override
    public String alsoSet() {
        return ", exported_sha256 = coalesce(told.sha256, thing.exported_sha256)";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentCopy.class;
    }

    @Override
    public void changed(Work work, UUID copy, boolean isDesired) {
        queue.remind(work, CopyLifecycle.KIND, copy);
    }
}
