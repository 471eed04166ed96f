package io.skyholm.storage.check;

import io.skyholm.hosts.HostState;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.check.DiskCheckMove.SeenDisk;
import io.skyholm.storage.disk.CopyableDisks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Has a disk checked by its host, and takes over what that has found. */
@ApplicationScoped
class DiskCheckReconciler implements Reconciler {

    private static final String DISK =
            Select.of(SeenDisk.class, "disk").sql() + " where id = $1 and deleted_at is null";

    private final DiskCheckLifecycle life;
    private final CopyableDisks disks;
    private final TenantTransaction transactions;

    DiskCheckReconciler(DiskCheckLifecycle life, CopyableDisks disks, TenantTransaction transactions) {
        this.life = life;
        this.disks = disks;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return DiskCheckLifecycle.KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from disk_check where not is_released
                union
                select kept.id from disk_check kept
                where kept.deleted_at is null
                    and not exists (select from disk where disk.id = kept.id and disk.deleted_at is null)""";
    }

    /** A disk is held before what belongs to it. */
    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> disks.lock(work, id)
                .chain(() -> life.all().locked(work, id))
                .chain(found -> found.map(check -> step(work, check))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, DiskCheck check) {
        return work.find(SeenDisk.class, DISK, check.id).chain(disk -> KnownMachines.state(work, check.onHost.host())
                .chain(host -> make(work, check, disk, host)));
    }

    private Uni<Next> make(Work work, DiskCheck check, Optional<SeenDisk> disk, HostState host) {
        DiskCheckMove move = DiskCheckMove.of(check, disk, host, work.now());
        return life.make(work, check, host, move).map(made -> after(move, check));
    }

    private static Next after(DiskCheckMove move, DiskCheck check) {
        return switch (move.kind()) {
            case RESULT, FAIL, CANCEL, RELEASE -> Next.NOW;
            case END -> Next.DONE;
            case REST, TELL, EXPLAIN -> check.isReleased ? Next.DONE : check.next();
        };
    }
}
