package io.skyholm.storage.ceph;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.storage.CephPoolEvents;
import io.skyholm.events.storage.CephPoolFact;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.secrets.Envelope;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.host.HostedSteps;
import io.skyholm.storage.host.Machines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The way of a pool in Ceph to the proof that its host is connected, or has forgotten the key. */
@Startup
@Singleton
class CephPoolLifecycle implements HostedSteps<CephPool> {

    /** Under which pools in Ceph are woken. */
    static final String KIND = "ceph-pool";

    private static final String NO_HOST_KEY =
            "Its host has told no key with which the key of Ceph could be encrypted for it; start its agent anew";

    private final Aggregate<CephPool, CephPoolView, CephPoolFact> pools;
    private final HostDesiredStates hosts;
    private final Machines machines;
    private final Envelope envelope;
    private final ReconcileQueue queue;
    private final StorageSettings settings;

    CephPoolLifecycle(
            Aggregates aggregates,
            HostDesiredStates hosts,
            Machines machines,
            Envelope envelope,
            ReconcileQueue queue,
            StorageSettings settings) {
        this.pools = aggregates.of("ceph pool", CephPool.class, CephPoolView.class, CephPoolEvents.TYPES);
        this.hosts = hosts;
        this.machines = machines;
        this.envelope = envelope;
        this.queue = queue;
        this.settings = settings;
    }

    Aggregate<CephPool, CephPoolView, CephPoolFact> all() {
        return pools;
    }

    Uni<HostState> hostState(Work work, CephPool pool) {
        return KnownMachines.state(work, pool.onHost.host());
    }

    /** What it is to be has changed: its host will be told, and has so long for it. */
    void expect(Work work, CephPool pool) {
        pool.progress.waitUntil(work.now().plus(settings.diskTimeout()));
        queue.wake(work, KIND, pool.id);
    }

    /** Its storage pool is no more. */
    Uni<CephPoolView> remove(Work work, CephPool pool) {
        pool.delete();
        expect(work, pool);
        return save(work, CephPoolEvents.DELETING, pool);
    }

    /** Its host is told what it is to be. Only the platform tells hosts, and never a key that others could read, too. */
    @Override
    public Uni<?> tell(Work work, CephPool pool) {
        if (pool.isLeaving()) {
            hosts.tell(work, pool.host(), pool.tellAbsence());
            return work.update(pool);
        }
        return machines.encryptionKeyOf(work, pool.host())
                .chain(found -> found.<Uni<?>>map(key -> tell(work, pool, key)).orElseGet(() -> awaitKey(work, pool)));
    }

    private Uni<Void> tell(Work work, CephPool pool, String hostKey) {
        String key = envelope.open(pool.key(), CephPoolSecrets.KEY.place(null, pool.id));
        hosts.tell(work, pool.host(), pool.tell(key, hostKey));
        return work.update(pool);
    }

    /** It is looked at again when its host tells one. */
    private Uni<?> awaitKey(Work work, CephPool pool) {
        return NO_HOST_KEY.equals(pool.progress.statusReason())
                ? Uni.createFrom().voidItem()
                : fail(work, pool, NO_HOST_KEY);
    }

    @Override
    public Uni<CephPoolView> ready(Work work, CephPool pool) {
        pool.connected();
        return save(work, CephPoolEvents.CONNECTED, pool);
    }

    @Override
    public Uni<CephPoolView> finish(Work work, CephPool pool, HostState host) {
        hosts.release(work, new ThingKey(DesiredCephPool.KIND, pool.id), pool.onHost, host);
        pool.end();
        pool.revision.deleted(work.cause().user(), work.now());
        return pools.update(work, CephPoolEvents.DELETED, pool);
    }

    @Override
    public Uni<CephPoolView> fail(Work work, CephPool pool, String reason) {
        pool.fail(reason);
        return save(work, CephPoolEvents.FAILED, pool);
    }

    @Override
    public Uni<CephPoolView> explain(Work work, CephPool pool, String reason) {
        pool.explain(reason);
        return save(work, CephPoolEvents.DELETING, pool);
    }

    Uni<CephPoolView> save(Work work, EventType<CephPoolFact> type, CephPool pool) {
        pool.revision.changed(work.cause().user(), work.now());
        return pools.update(work, type, pool);
    }
}
