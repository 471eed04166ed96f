package io.skyholm.storage.ceph;

import io.skyholm.events.storage.CephPoolEvents;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.Sealed;
import io.skyholm.storage.pool.PoolDependent;
import io.skyholm.storage.pool.StoragePoolProblems;
import io.skyholm.storage.pool.StoragePoolView;
import io.skyholm.storage.pool.StoragePools;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with pools in Ceph. */
@ApplicationScoped
public class CephPools implements PoolDependent {

    private static final String THERE = "select 1 from ceph_pool where id = $1 and deleted_at is null";

    /**
     * Two clusters may have pools and namespaces of one name; they have no monitor in common. A host that has all of a pool has a key to whatever is in
     * any namespace of it.
     */
    private static final String TAKEN = """
            select 1 from ceph_pool
            where rbd_pool = $1 and (rbd_namespace = $2 or '' in (rbd_namespace, $2)) and monitors && $3::text[] and id <> $4 and deleted_at is null""";

    private final Commands commands;
    private final CephPoolLifecycle life;
    private final StoragePools pools;
    private final Envelope envelope;

    CephPools(Commands commands, CephPoolLifecycle life, StoragePools pools, Envelope envelope) {
        this.commands = commands;
        this.life = life;
        this.pools = pools;
        this.envelope = envelope;
    }

    Uni<CephPoolView> get(Call call, UUID id) {
        return life.all().get(call, id);
    }

    Uni<CephPoolView> put(Call call, UUID id, PutCephPool command) {
        return commands.change(call, work -> pools.held(work, id)
                .map(found -> found.orElseThrow(CephPoolProblems::noPool))
                .call(pool -> checkFree(work, id, command))
                .chain(pool -> work.exists(THERE, id)
                        .chain(there -> there
                                ? change(call, work, pool, command)
                                : create(work, pool, command, life.all().created(call)))));
    }

    /** Says where a pool of a local host is, of the platform's own accord, unless that is known or another host is there. */
    public Uni<Void> begin(Work work, UUID id, PutCephPool command) {
        return pools.held(work, id).chain(found -> isThereOrTaken(work, id, command)
                .chain(isKnown -> isKnown || found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : insert(work, found.get(), command, life.all().created((UUID) null))
                                .replaceWithVoid()));
    }

    private static Uni<Boolean> isThereOrTaken(Work work, UUID id, PutCephPool command) {
        String[] monitors = command.monitors().toArray(String[]::new);
        return work.exists(THERE, id)
                .chain(isThere -> isThere
                        ? Uni.createFrom().item(true)
                        : work.exists(TAKEN, command.rbdPool(), command.rbdNamespace(), monitors, id));
    }

    /** Two hosts that had the same part of a pool would shut each other out for ever. */
    private static Uni<Void> checkFree(Work work, UUID id, PutCephPool command) {
        work.lockName("ceph/" + command.rbdPool());
        return work.none(
                CephPoolProblems::namespaceTaken,
                TAKEN,
                command.rbdPool(),
                command.rbdNamespace(),
                command.monitors().toArray(String[]::new),
                id);
    }

    /** Disks that are files are not found in Ceph. */
    private Uni<CephPoolView> create(Work work, StoragePoolView pool, PutCephPool command, Revision revision) {
        checkEmpty(pool);
        return insert(work, pool, command, revision);
    }

    private Uni<CephPoolView> insert(Work work, StoragePoolView pool, PutCephPool command, Revision revision) {
        CephPool made = new CephPool(pool.id(), pool.computeMachineId(), command, sealed(pool.id(), command), revision);
        life.expect(work, made);
        return life.all().insert(work, CephPoolEvents.CREATED, made);
    }

    private Uni<CephPoolView> change(Call call, Work work, StoragePoolView pool, PutCephPool command) {
        return life.all().locked(call, work, pool.id()).chain(changed -> {
            if (changed.isElsewhere(command)) {
                checkEmpty(pool);
            }
            changed.is(command, sealed(pool.id(), command));
            life.expect(work, changed);
            return life.save(work, CephPoolEvents.CHANGED, changed);
        });
    }

    private static void checkEmpty(StoragePoolView pool) {
        if (pool.allocatedGb() > 0) {
            throw StoragePoolProblems.notEmpty();
        }
    }

    private Sealed sealed(UUID id, PutCephPool command) {
        envelope.requireKey();
        return envelope.seal(command.cephKey(), CephPoolSecrets.KEY.place(null, id));
    }

    @Override
    public Uni<?> poolDeleted(Work work, UUID pool) {
        return life.all().locked(work, pool).chain(found -> found.<Uni<?>>map(there -> life.remove(work, there))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
