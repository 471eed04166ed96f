package io.skyholm.storage.snapshot;

import io.skyholm.events.storage.DiskSnapshotEvents;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.storage.disk.DiskBytes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with snapshots. */
@ApplicationScoped
class DiskSnapshots {

    private final Commands commands;
    private final SnapshotLifecycle life;
    private final NewSnapshots fresh;
    private final ReadSnapshots reads;

    DiskSnapshots(Commands commands, SnapshotLifecycle life, NewSnapshots fresh, ReadSnapshots reads) {
        this.commands = commands;
        this.life = life;
        this.fresh = fresh;
        this.reads = reads;
    }

    Uni<DiskSnapshotView> create(Call call, UUID disk, CreateSnapshot command) {
        DiskBytes.checkReadable(call, DiskSnapshotProblems::diskNotFound);
        return commands.changeOnce(
                call, new OfDisk(disk, command), DiskSnapshotView.class, work -> fresh.take(work, disk, command, null));
    }

    Uni<DiskSnapshotView> change(Call call, UUID id, ChangeSnapshot command) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(command::applyTo)
                .chain(snapshot -> life.save(work, DiskSnapshotEvents.CHANGED, snapshot)));
    }

    /** It is DELETED once its host has shown that nothing of it is left. */
    Uni<DiskSnapshotView> delete(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(DiskSnapshots::checkNotDeleting)
                .call(snapshot -> work.none(DiskSnapshotProblems::inUse, reads.reading(), snapshot.id))
                .chain(snapshot -> life.remove(work, snapshot)));
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
