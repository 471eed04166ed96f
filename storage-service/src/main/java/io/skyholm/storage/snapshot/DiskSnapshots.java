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
import io.skyholm.storage.disk.DiskBytes;
import io.skyholm.storage.expiry.Expiries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with snapshots. */
@ApplicationScoped
public class DiskSnapshots {

    private static final Permission DELETE = new Permission(ResourceType.STORAGE, Action.DELETE);

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
                .map(snapshot -> expiries.step(work, snapshot.expiry, stepsOf(work, snapshot)))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Expiries.Steps stepsOf(Work work, DiskSnapshot snapshot) {
        return new Expiries.Steps(
                snapshot.tenantId,
                () -> life.save(work, DiskSnapshotEvents.EXPIRING, snapshot),
                () -> remove(work, snapshot),
                () -> life.save(work, DiskSnapshotEvents.EXPIRY_BLOCKED, snapshot));
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

    private static void checkNotDeleting(DiskSnapshot snapshot) {
        if (snapshot.status == DiskSnapshotStatus.DELETING) {
            throw DiskSnapshotProblems.isDeleting();
        }
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
