package io.skyholm.storage.disk;

import io.skyholm.events.storage.DiskEvents;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.HostedMove;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Brings a disk's row to what its host has shown, and says when that takes too long. */
@ApplicationScoped
class DiskReconciler implements Reconciler {

    private final DiskLife life;
    private final TenantTransaction transactions;

    DiskReconciler(DiskLife life, TenantTransaction transactions) {
        this.life = life;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return DiskLife.KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from disk where status in ('CREATING', 'GROWING', 'RESTORING', 'DELETING')
                union
                select disk.id from disk join known_machine machine on machine.id = disk.compute_machine_id
                where machine.status = 'DELETED' and disk.status <> 'ERROR' and disk.deleted_at is null""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> life.all().locked(work, id).chain(found -> found.map(disk -> step(work, disk))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, Disk disk) {
        return life.hostState(work, disk)
                .chain(host -> make(work, disk, host, HostedMove.of(disk, host, work.now())))
                .map(done -> next(disk, work.now()));
    }

    private Uni<?> make(Work work, Disk disk, HostState host, HostedMove move) {
        return switch (move.kind()) {
            case REST -> Uni.createFrom().voidItem();
            case TELL -> life.tell(work, disk);
            case READY -> life.ready(work, disk);
            case FINISH -> life.finish(work, disk, host);
            case FAIL -> {
                disk.fail(Objects.requireNonNull(move.reason()));
                yield life.save(work, DiskEvents.FAILED, disk);
            }
            case EXPLAIN -> {
                disk.explain(Objects.requireNonNull(move.reason()));
                yield life.save(work, DiskEvents.DELETING, disk);
            }
        };
    }

    private static Next next(Disk disk, Instant now) {
        return disk.waitUntil == null ? Next.DONE : Next.at(disk.waitUntil, now);
    }
}
