package io.skyholm.storage.quota;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.QuotaPolicy;
import io.skyholm.runtime.quota.RowQuota;
import io.skyholm.storage.Gib;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What counts here beside the aggregates that are counted when they are inserted: open uploads, and what bytes and disks take. */
@Singleton
class StorageQuotas implements QuotaPolicy {

    @Override
    public List<RowQuota> limited() {
        return List.of(
                new RowQuota(CountedKind.IMAGE_UPLOADS, "upload", "status = 'OPEN'"),
                new RowQuota(CountedKind.IMAGE_GB, "stored_object", "not is_backup", Gib.sql("size_bytes")),
                new RowQuota(CountedKind.DATA_DISK_GB, "disk", "deleted_at is null", "size_gb + draft_gb + copy_gb"),
                new RowQuota(CountedKind.DISK_SNAPSHOT_GB, "disk_snapshot", "deleted_at is null", "size_gb"),
                new RowQuota(CountedKind.BACKUP_GB, "backup", "deleted_at is null", "stored_gb"));
    }

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "moving_disk",
                "one row for each disk that is moved",
                "disk_copy",
                "one row for each disk that is moved",
                "disk_check",
                "one row for each disk that was ever checked",
                "version_copy",
                "one row for each version that is made of a snapshot",
                "known_instance",
                "comes with instances, of which the tenant's quota allows so many",
                "known_wallet",
                "one row for each tenant",
                "boot_disk",
                "one row for each instance that boots from a disk");
    }
}
