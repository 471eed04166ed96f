package io.skyholm.storage.ceph;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.KindOnMachines;
import io.skyholm.storage.host.Machines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Pools in Ceph as things on hosts. A host that can read with another key from now on is told its key of Ceph anew. */
@Singleton
class CephPoolsOnHosts implements KindOnMachines {

    /** Who is telling the host with its former key has the row locked, and is waited for. */
    private static final String RESEAL = """
            update ceph_pool set is_stale = true
            where compute_machine_id = $1 and deleted_at is null and status <> 'DELETING'
                and sealed_for is distinct from $2
            returning id""";

    private final ReconcileQueue queue;
    private final Machines machines;

    CephPoolsOnHosts(ReconcileQueue queue, Machines machines) {
        this.queue = queue;
        this.machines = machines;
    }

    @Override
    public ThingKind kind() {
        return DesiredCephPool.KIND;
    }

    @Override
    public String table() {
        return "ceph_pool";
    }

    @Override
    public String onMachine() {
        return "select id from ceph_pool where compute_machine_id = $1 and deleted_at is null";
    }

    @Override
    public Uni<?> follow(Work work, MachineFact machine) {
        return machine.deletedAt() != null ? KindOnMachines.super.follow(work, machine) : reseal(work, machine.id());
    }

    private Uni<Void> reseal(Work work, UUID machine) {
        return machines.encryptionKeyOf(work, machine).chain(found -> found.map(key -> reseal(work, machine, key))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> reseal(Work work, UUID machine, String key) {
        return work.values(UUID.class, RESEAL, machine, key)
                .invoke(pools -> pools.forEach(pool -> queue.wake(work, CephPoolLifecycle.KIND, pool)))
                .replaceWithVoid();
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentCephPool.class;
    }

    @Override
    public void changed(Work work, UUID pool, boolean isDesired) {
        queue.remind(work, CephPoolLifecycle.KIND, pool);
    }

    /** A pool of which a host is to know nothing any more. */
    record AbsentCephPool(UUID id, UUID host, long generation) implements Orphan {

        @Override
        public DesiredCephPool absence() {
            return DesiredCephPool.absent(id, generation);
        }
    }
}
