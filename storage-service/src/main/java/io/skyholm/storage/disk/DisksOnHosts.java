package io.skyholm.storage.disk;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.KindOnMachines;
import io.skyholm.storage.host.Machines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Disks as things on hosts: their rows take what hosts report. */
@Singleton
class DisksOnHosts implements KindOnMachines {

    private static final String RESEALED = """
            update disk set is_stale = true
            where compute_machine_id = $1 and encrypted and deleted_at is null and status <> 'DELETING'
                and sealed_for is distinct from $2
            returning id""";

    private final ReconcileQueue queue;
    private final Machines machines;
    private final CopyableDisks.Mover mover;

    DisksOnHosts(ReconcileQueue queue, Machines machines, CopyableDisks.Mover mover) {
        this.queue = queue;
        this.machines = machines;
        this.mover = mover;
    }

    @Override
    public ThingKind kind() {
        return DesiredDisk.KIND;
    }

    @Override
    public String table() {
        return "disk";
    }

    @Override
    public String onMachine() {
        return "select id from disk where compute_machine_id = $1 and deleted_at is null";
    }

    @Override
    public String alsoSet() {
        return ", shown_key_version = told.restarts, restored_generation = told.builds, rbd_pool = told.image_pool, rbd_image_name = told.image_name";
    }

    @Override
    public String alsoNews() {
        return "(thing.shown_key_version, thing.restored_generation, thing.rbd_pool, thing.rbd_image_name) is distinct from (told.restarts, told.builds, told.image_pool, told.image_name)";
    }

    /** What was encrypted for it with another key is told anew. */
    @Override
    public Uni<?> follow(Work work, MachineFact machine) {
        return KindOnMachines.super.follow(work, machine).chain(() -> reseal(work, machine));
    }

    private Uni<Void> reseal(Work work, MachineFact machine) {
        return machines.encryptionKeyOf(work, machine.id())
                .chain(found -> found.map(key -> work.values(UUID.class, RESEALED, machine.id(), key)
                                .invoke(disks -> disks.forEach(disk -> queue.wake(work, DiskLifecycle.KIND, disk)))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** One that is moved is on two hosts. */
    @Override
    public String keptElsewhere() {
        return mover.isKeptThere();
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentDisk.class;
    }

    @Override
    public void changed(Work work, UUID disk, boolean isDesired) {
        queue.remind(work, DiskLifecycle.KIND, disk);
    }

    /** A disk that a host is not to have: one that is deleted, and that a host brings back. */
    record AbsentDisk(UUID id, UUID host, long generation, int sizeGb) implements Orphan {

        @Override
        public DesiredDisk absence() {
            return new DesiredDisk(id, generation, false, true, null, sizeGb, null, null);
        }
    }
}
