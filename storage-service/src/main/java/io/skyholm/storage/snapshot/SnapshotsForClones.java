package io.skyholm.storage.snapshot;

import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.SnapshotsOfDisks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Snapshots that are taken for clones; {@link SnapshotReconciler} has each removed when its clone needs it no more. */
@Singleton
class SnapshotsForClones implements SnapshotsOfDisks.ForClones {

    private final NewSnapshots fresh;

    SnapshotsForClones(NewSnapshots fresh) {
        this.fresh = fresh;
    }

    @Override
    public Uni<SnapshotsOfDisks.MadeForClone> take(Work work, UUID disk) {
        UUID clone = Ids.next();
        CreateSnapshot command = new CreateSnapshot("clone-" + clone, null, null, List.of());
        return fresh.takeForClone(work, disk, command, clone)
                .map(snapshot -> new SnapshotsOfDisks.MadeForClone(clone, snapshot.id()));
    }
}
