package io.skyholm.storage.moving;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.host.KindOnMachines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Disks as things on hosts of pools beside their own. What is on a host for no reason the row of the disk tells. */
@Singleton
class DiskCopiesOnHosts implements KindOnMachines {

    private final ReconcileQueue queue;
    private final HostDesiredStates hosts;
    private final CopyableDisks disks;

    DiskCopiesOnHosts(ReconcileQueue queue, HostDesiredStates hosts, CopyableDisks disks) {
        this.queue = queue;
        this.hosts = hosts;
        this.disks = disks;
    }

    /** Its host is told that it is to have it, of those bytes. */
    Uni<Void> fill(Work work, DiskCopy copy, DiskSource source) {
        return disks.opened(work, copy.host(), copy.tell(source))
                .invoke(desired -> hosts.tell(work, copy.host(), desired))
                .replaceWithVoid();
    }

    /** Its host is told that nothing of it is to be there. */
    void remove(Work work, DiskCopy copy) {
        hosts.tell(work, copy.host(), copy.tell(null));
    }

    /** Its host has nothing of it any more. */
    void release(Work work, DiskCopy copy, HostState host) {
        hosts.release(work, new ThingKey(DesiredDisk.KIND, copy.id), copy.onHost, host);
        copy.released();
    }

    @Override
    public ThingKind kind() {
        return DesiredDisk.KIND;
    }

    @Override
    public String table() {
        return "disk_copy";
    }

    @Override
    public String onMachine() {
        return "select id from disk_copy where compute_machine_id = $1 and deleted_at is null";
    }

    @Override
    public String alsoSet() {
        return ", shown_key_version = told.restarts";
    }

    @Override
    public String keptElsewhere() {
        return "true";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentCopy.class;
    }

    @Override
    public void changed(Work work, UUID disk, boolean isDesired) {
        queue.remind(work, MovingDiskStore.KIND, disk);
    }
}
