package io.skyholm.compute.part;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.storage.BootDiskStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The disk that an instance boots from: storage has it made on the instance's host. */
@Singleton
class BootDiskPart implements Part {

    private static final String COLUMN = """
            select json_build_object('status', status, 'machineId', compute_machine_id, 'reason', reason,
                'diskId', disk_id, 'builds', builds, 'sizeGb', size_gb)::text
            from known_boot_disk where instance_id = $1""";

    @Override
    public String name() {
        return BOOT_DISK;
    }

    @Override
    public boolean isNeeded(@Nullable UUID imageVersion) {
        return imageVersion != null;
    }

    @Override
    public String column() {
        return COLUMN;
    }

    @Override
    public Report read(@Nullable String column) {
        if (column == null) {
            return Report.NONE;
        }
        Known known = EventJson.read(column, Known.class);
        List<UUID> disk = Stream.ofNullable(known.diskId()).toList();
        Build build = new Build(known.builds(), known.sizeGb());
        return new Report(progress(known.status()), known.machineId(), known.reason(), disk, build);
    }

    @Override
    public DesiredVm attach(DesiredVm vm, Report report) {
        return report.attachments().stream().findFirst().map(vm::withBootDisk).orElse(vm);
    }

    private static Progress progress(BootDiskStatus status) {
        return switch (status) {
            case WAITING, RELEASING -> Progress.PENDING;
            case READY -> Progress.READY;
            case FAILED -> Progress.FAILED;
            case RELEASED -> Progress.RELEASED;
        };
    }

    /** What storage last said. */
    record Known(
            BootDiskStatus status,
            @Nullable UUID machineId,
            @Nullable String reason,
            @Nullable UUID diskId,
            long builds,
            int sizeGb) {}
}
