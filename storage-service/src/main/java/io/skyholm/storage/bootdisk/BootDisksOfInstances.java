package io.skyholm.storage.bootdisk;

import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.InstanceDisks;
import io.skyholm.storage.disk.InstanceDisks.InstanceDisk;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What an instance boots from that goes to another tenant. */
@Singleton
public class BootDisksOfInstances {

    private final InstanceDisks disks;
    private final BootDiskRecorder recorder;

    BootDisksOfInstances(InstanceDisks disks, BootDiskRecorder recorder) {
        this.disks = disks;
        this.recorder = recorder;
    }

    /** Those that it boots from, or will; what goes already stays behind. */
    public Uni<List<UUID>> disks(Work work, UUID instance) {
        return disks.of(work, instance).map(found -> found.stream()
                .filter(disk -> !disk.isLeaving())
                .map(InstanceDisk::id)
                .toList());
    }

    /** Compute is told of it as that tenant's. */
    public Uni<Void> give(Work work, UUID instance, UUID tenant) {
        return recorder.told(work, instance).chain(told -> told.map(disk -> recorder.give(work, disk, tenant))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
