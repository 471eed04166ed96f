package io.skyholm.storage.moving;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.KindOnMachines;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Exports as things on hosts, as far as they are of disks that are moved. */
@Singleton
class MovingDisksOnHosts implements KindOnMachines {

    private final ReconcileQueue queue;
    private final HostDesiredStates hosts;

    MovingDisksOnHosts(ReconcileQueue queue, HostDesiredStates hosts) {
        this.queue = queue;
        this.hosts = hosts;
    }

    /** Its host is told what it is to be. */
    void tell(Work work, MovingDisk moving) {
        hosts.tell(work, moving.host(), moving.tell());
    }

    /** Its host has nothing of it any more. */
    void release(Work work, MovingDisk moving, HostState host) {
        hosts.release(work, new ThingKey(DesiredExport.KIND, moving.id), moving.onHost, host);
        moving.released();
    }

    @Override
    public ThingKind kind() {
        return DesiredExport.KIND;
    }

    @Override
    public String table() {
        return "moving_disk";
    }

    @Override
    public String owner() {
        return "disk_id";
    }

    @Override
    public String onMachine() {
        return "select disk_id from moving_disk where compute_machine_id = $1 and deleted_at is null";
    }

    /** The sum of what it has left; what an agent of before reports has none. */
    @Override
    public String alsoSet() {
        return ", exported_sha256 = coalesce(told.sha256, thing.exported_sha256)";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentExport.class;
    }

    @Override
    public void changed(Work work, UUID disk, boolean isDesired) {
        queue.remind(work, MovingDiskStore.KIND, disk);
    }
}
