package io.skyholm.compute.vm;

import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.host.VmWish;
import io.skyholm.runtime.host.HostWishes;
import io.skyholm.runtime.host.WishGeneration;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Virtual machines that are on a host though their place is elsewhere or nowhere: a host that was lost comes back with
 * them. They are wished away, and the wish is withdrawn when the host has shown that they are gone.
 */
@Singleton
class Orphans {

    /**
     * They are known, and known not to belong on those hosts. They are held, so that one that comes back to such a host at the
     * same moment is told of after this, and not before.
     */
    private static final String ELSEWHERE = """
            select vm.id, seen.host, vm.wish_generation, vm.instance_id, vm.tenant_id, vm.vm_name, vm.cpu_cores,
                vm.memory_gb, vm.storage_gb, vm.gpu_count
            from unnest($1::uuid[], $2::uuid[]) as seen (id, host) join virtual_machine vm on vm.id = seen.id
            where vm.deleted_at is not null or vm.compute_machine_id is distinct from seen.host
            order by vm.id for share of vm""";

    private final HostWishes wishes;

    Orphans(HostWishes wishes) {
        this.wishes = wishes;
    }

    /** What hosts hold by their inventories, and what they say is not there any more. */
    Uni<Void> see(Work work, SeenMachines seen) {
        return work.query(ELSEWHERE, seen.keys())
                .invoke(rows -> {
                    while (rows.hasNext()) {
                        mend(work, seen, rows.next());
                    }
                })
                .replaceWithVoid();
    }

    private void mend(Work work, SeenMachines seen, Object[] row) {
        UUID machine = (UUID) row[0];
        UUID host = (UUID) row[1];
        SeenMachines.Seen last = seen.of(host, machine);
        if (last != null && last.isHeld()) {
            wishes.tell(work, host, absence(row));
        } else if (last != null && last.isGone()) {
            wishes.withdraw(work, host, new ThingKey(ThingKind.VM, machine), generation(row));
        }
    }

    private static long generation(Object[] row) {
        return WishGeneration.ofOrphan((Long) row[2]);
    }

    private static VmWish absence(Object[] row) {
        return new VmWish(
                (UUID) row[0],
                generation(row),
                false,
                (UUID) row[3],
                (UUID) row[4],
                (String) row[5],
                null,
                VmPower.STOPPED,
                0,
                0,
                0,
                (Integer) row[6],
                (Integer) row[7],
                (Integer) row[8],
                (Integer) row[9],
                null,
                List.of(),
                null,
                null,
                List.of());
    }
}
