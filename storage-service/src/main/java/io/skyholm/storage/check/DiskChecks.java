package io.skyholm.storage.check;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.storage.disk.CopyableDisks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with checks of disks. */
@ApplicationScoped
class DiskChecks {

    private final Commands commands;
    private final CopyableDisks disks;
    private final DiskCheckLifecycle life;

    DiskChecks(Commands commands, CopyableDisks disks, DiskCheckLifecycle life) {
        this.commands = commands;
        this.disks = disks;
        this.life = life;
    }

    /** One that only reads disturbs nobody; one that repairs is made of a disk that nobody uses. */
    Uni<DiskCheckView> begin(Call call, UUID disk, CheckDisk command) {
        return commands.change(call, work -> disks.checkable(work, disk, command.isRepair())
                .chain(held -> life.begin(work, held, command.isRepair())));
    }

    Uni<DiskCheckView> callOff(Call call, UUID disk) {
        return commands.change(
                call, work -> life.all().locked(call, work, disk).chain(check -> life.cancel(work, check, null)));
    }

    Uni<DiskCheckView> get(Call call, UUID disk) {
        return life.all().get(call, disk);
    }

    Uni<Page<DiskCheckView>> list(Call call, DiskCheckFilter filter, ListPart page) {
        return life.all().list(call, filter, page);
    }
}
