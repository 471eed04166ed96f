package io.skyholm.compute.vm;

import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.host.VmWish;
import io.skyholm.runtime.host.HostWishes;
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

    /** It is known, and known not to belong on that host; the wish is newer than any that this host was told. */
    private static final String ELSEWHERE = """
            select wish_generation + 1, instance_id, tenant_id, vm_name, cpu_cores, memory_gb, storage_gb, gpu_count
            from virtual_machine
            where id = $1 and (deleted_at is not null or compute_machine_id is distinct from $2)""";

    private final HostWishes wishes;

    Orphans(HostWishes wishes) {
        this.wishes = wishes;
    }

    /** What a whole inventory of a host shows. */
    Uni<Void> see(Work work, UUID host, Observation seen) {
        return seen.state() == ThingState.ABSENT ? Uni.createFrom().voidItem() : wishAway(work, host, seen);
    }

    /** A host says that something is not there any more. */
    Uni<Void> leave(Work work, UUID host, Observation seen) {
        if (seen.state() != ThingState.ABSENT || !seen.settled()) {
            return Uni.createFrom().voidItem();
        }
        return work.query(ELSEWHERE, seen.id(), host)
                .invoke(rows -> {
                    if (rows.hasNext()) {
                        wishes.withdraw(work, host, new ThingKey(ThingKind.VM, seen.id()));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> wishAway(Work work, UUID host, Observation seen) {
        return work.query(ELSEWHERE, seen.id(), host)
                .invoke(rows -> {
                    if (rows.hasNext()) {
                        wishes.tell(work, host, absence(seen.id(), rows.next()));
                    }
                })
                .replaceWithVoid();
    }

    private static VmWish absence(UUID id, Object[] row) {
        return new VmWish(
                id,
                (Long) row[0],
                false,
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                null,
                VmPower.STOPPED,
                0,
                0,
                0,
                (Integer) row[4],
                (Integer) row[5],
                (Integer) row[6],
                (Integer) row[7],
                null,
                List.of(),
                null,
                null,
                List.of());
    }
}
