package io.skyholm.storage.bootdisk;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.InstanceDisks;
import io.skyholm.storage.host.MachineFollower;
import io.skyholm.storage.instance.InstanceFollower;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Has an instance's boot disk looked at again when its instance, the disk or their machine has changed. */
@Singleton
class BootDiskWakeups implements InstanceFollower, InstanceDisks.Follower, MachineFollower {

    private static final String IS_CONCERNED = """
            select 1 where exists (select from known_instance where id = $1 and (boot_disk_wanted or boot_disk_held))
                or exists (select from boot_disk where id = $1)""";
    private static final String ON_MACHINE = "select id from boot_disk where compute_machine_id = $1";

    private final ReconcileQueue queue;

    BootDiskWakeups(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public Uni<Void> instanceChanged(Work work, UUID instance) {
        return work.exists(IS_CONCERNED, instance)
                .invoke(concerned -> {
                    if (concerned) {
                        wake(work, instance);
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public void diskChanged(Work work, UUID instance) {
        remind(work, instance);
    }

    /** What was on a machine that is lost is waited for no longer. */
    @Override
    public Uni<?> follow(Work work, MachineFact machine) {
        return KnownMachines.runsNothing(machine)
                ? work.values(UUID.class, ON_MACHINE, machine.id())
                        .invoke(instances -> instances.forEach(instance -> remind(work, instance)))
                : Uni.createFrom().voidItem();
    }

    private void wake(Work work, UUID instance) {
        queue.wake(work, BootDiskReconciler.KIND, instance);
    }

    private void remind(Work work, UUID instance) {
        queue.remind(work, BootDiskReconciler.KIND, instance);
    }
}
