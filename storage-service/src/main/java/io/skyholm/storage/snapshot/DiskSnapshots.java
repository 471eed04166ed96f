package io.skyholm.storage.snapshot;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.DiskSnapshotEvents;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Companion;
import io.skyholm.storage.Deletion;
import io.skyholm.storage.DiskBytes;
import io.skyholm.storage.expiry.Expiries;
import io.skyholm.storage.expiry.ExpiryStep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with snapshots. */
@ApplicationScoped
public class DiskSnapshots implements Companion.OfDisk {

    private static final Permission DELETE = new Permission(ResourceType.STORAGE, Action.DELETE);

    private static final String OF_DISK =
            "select id from disk_snapshot where disk_id = $1 and id = any($2) order by id desc";

    private final Commands commands;
    private final SnapshotLifecycle life;
    private final NewSnapshots fresh;
    private final ReadSnapshots reads;
    private final Expiries expiries;

    DiskSnapshots(
            Commands commands, SnapshotLifecycle life, NewSnapshots fresh, ReadSnapshots reads, Expiries expiries) {
        this.commands = commands;
        this.life = life;
        this.fresh = fresh;
        this.reads = reads;
        this.expiries = expiries;
    }

    Uni<DiskSnapshotView> create(Call call, UUID disk, CreateSnapshot command) {
        Expiries.check(call, DELETE, command.expiresAt());
        DiskBytes.checkReadable(call, DiskSnapshotProblems::diskNotFound);
        return commands.changeOnce(
                call, new OfDisk(disk, command), DiskSnapshotView.class, work -> fresh.take(work, disk, command, null));
    }

    Uni<DiskSnapshotView> change(Call call, UUID id, ChangeSnapshot command) {
        Expiries.check(call, DELETE, command.expiresAt());
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(command::applyTo)
                .invoke(snapshot -> expire(work, snapshot, command))
                .chain(snapshot -> life.save(work, DiskSnapshotEvents.CHANGED, snapshot)));
    }

    private static void expire(Work work, DiskSnapshot snapshot, ChangeSnapshot command) {
        if (command.expiresAt() != null) {
            snapshot.expiry.change(command.expiresAt().orElse(null), work.now());
        }
    }

    /** Has its owner told that it expires soon, or deletes it as its owner would; says when to look again. */
    public Uni<Next> expire(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.filter(snapshot -> !snapshot.isLeaving())
                .map(snapshot ->
                        expiries.step(work, snapshot.expiry, snapshot.tenantId, step -> make(work, snapshot, step)))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<?> make(Work work, DiskSnapshot snapshot, ExpiryStep step) {
        return switch (step) {
            case TELL -> life.save(work, DiskSnapshotEvents.EXPIRING, snapshot);
            case DELETE -> remove(work, snapshot);
            case BLOCK -> life.save(work, DiskSnapshotEvents.EXPIRY_BLOCKED, snapshot);
        };
    }

    /** It is DELETED once its host has shown that nothing of it is left. */
    Uni<DiskSnapshotView> delete(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(DiskSnapshots::checkNotDeleting)
                .chain(snapshot -> remove(work, snapshot)));
    }

    private Uni<DiskSnapshotView> remove(Work work, DiskSnapshot snapshot) {
        return work.none(DiskSnapshotProblems::inUse, reads.reading(), snapshot.id)
                .chain(() -> life.remove(work, snapshot));
    }

    /** What its host could not do can be tried anew. */
    private static void checkNotDeleting(DiskSnapshot snapshot) {
        if (isDeletedAlready(snapshot)) {
            throw DiskSnapshotProblems.isDeleting();
        }
    }

    private static boolean isDeletedAlready(DiskSnapshot snapshot) {
        return snapshot.status == DiskSnapshotStatus.DELETING && snapshot.progress.statusReason() == null;
    }

    /** After the backups that are read from them. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public String named() {
        return OF_DISK;
    }

    @Override
    public Uni<Void> deleteNamed(Deletion deletion, UUID id) {
        Work work = deletion.work();
        return life.all().locked(work, id).chain(found -> found.filter(snapshot -> !isDeletedAlready(snapshot))
                .map(snapshot -> remove(work, snapshot).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<DiskSnapshotView> get(Call call, UUID id) {
        return life.all().get(call, id);
    }

    Uni<Page<DiskSnapshotView>> list(Call call, DiskSnapshotFilter filter, ListPart page) {
        return life.all().list(call, filter, page);
    }

    /** Which disk it is belongs to what is asked for. */
    private record OfDisk(UUID disk, CreateSnapshot command) {}
}
