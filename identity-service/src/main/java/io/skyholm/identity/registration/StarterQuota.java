package io.skyholm.identity.registration;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.QuotaConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a tenant may hold that somebody has registered by themselves, until the operator decides otherwise. */
@ConfigMapping(prefix = "skyholm.registration.quota")
interface StarterQuota {

    @WithDefault("10")
    long instances();

    @WithDefault("40")
    long vcpus();

    @WithDefault("131072")
    long memoryMb();

    @WithDefault("1000")
    long storageGb();

    @WithDefault("0")
    long gpus();

    @WithDefault("10")
    long publicAddresses();

    @WithDefault("20")
    long disks();

    @WithDefault("20")
    long containers();

    /** Of all disks together, those that instances boot from included. */
    @WithDefault("1000")
    long dataDiskGb();

    @WithDefault("50")
    long diskSnapshots();

    @WithDefault("500")
    long diskSnapshotGb();

    @WithDefault("50")
    long backups();

    @WithDefault("500")
    long backupGb();

    @WithDefault("20")
    long images();

    @WithDefault("5")
    long imageUploads();

    @WithDefault("100")
    long imageGb();

    /** As the tenant gets it. */
    default QuotaConfig quota() {
        return new QuotaConfig(
                instances(),
                vcpus(),
                memoryMb(),
                storageGb(),
                gpus(),
                publicAddresses(),
                disks(),
                containers(),
                counts(this));
    }

    /** Whatever takes bytes is among them: what is usual there is meant for a tenant that the operator knows. */
    private static Map<String, Long> counts(StarterQuota quota) {
        Map<CountedKind, Long> most = new EnumMap<>(CountedKind.class);
        most.put(CountedKind.DATA_DISKS, quota.disks());
        most.put(CountedKind.DATA_DISK_GB, quota.dataDiskGb());
        most.put(CountedKind.DISK_SNAPSHOTS, quota.diskSnapshots());
        most.put(CountedKind.DISK_SNAPSHOT_GB, quota.diskSnapshotGb());
        most.put(CountedKind.BACKUPS, quota.backups());
        most.put(CountedKind.BACKUP_GB, quota.backupGb());
        most.put(CountedKind.IMAGES, quota.images());
        most.put(CountedKind.IMAGE_UPLOADS, quota.imageUploads());
        most.put(CountedKind.IMAGE_GB, quota.imageGb());
        Map<String, Long> counts = new TreeMap<>();
        most.forEach((kind, number) -> counts.put(kind.label(), number));
        return counts;
    }
}
