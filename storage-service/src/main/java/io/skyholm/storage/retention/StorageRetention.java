package io.skyholm.storage.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Exemptions;
import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What was deleted goes, from the inside to the outside; uploads that have ended go after a week, and transfers as late as what was deleted. */
@Singleton
class StorageRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of(
                Retention.of("upload", "ended_at", ofDays(7)),
                Retention.of("storage_transfer", "ended_at", ofDays(400)),
                Retention.ofDeleted("image_tag"),
                Retention.ofDeleted("image_version"),
                Retention.ofDeleted("image").when("not exists (select from image_version where image_id = image.id)"),
                Retention.ofDeleted("disk_attachment"),
                Retention.ofDeleted("disk_snapshot"),
                Retention.ofDeleted("snapshot_schedule"),
                Retention.ofDeleted("backup"),
                Retention.ofDeleted("version_copy"),
                Retention.ofDeleted("disk_check"),
                Retention.ofDeleted("disk")
                        .when("not exists (select from disk_attachment where disk_id = disk.id)"
                                + " and not exists (select from disk_snapshot where disk_id = disk.id)"
                                + " and not exists (select from snapshot_schedule where disk_id = disk.id)"),
                Retention.ofDeleted("moving_disk"),
                Retention.ofDeleted("disk_copy").when("not exists (select from disk where id = disk_copy.id)"),
                Retention.ofDeleted("ceph_pool"),
                Retention.ofDeleted("storage_pool")
                        .when("not exists (select from disk where storage_pool_id = storage_pool.id)"
                                + " and not exists (select from ceph_pool where id = storage_pool.id)"));
    }

    @Override
    public Map<String, String> exempt() {
        return new Exemptions()
                .replicas("known_machine", "known_host_key", "known_instance", "known_price", "known_wallet")
                .because("one row for each instance; its generation refuses older facts", "boot_disk")
                .because("a row goes when its bytes are proved gone", "stored_object")
                .because("one row for each object that the store has", "observed_object")
                .because("rows go with their object, or when it is stored", "object_part")
                .because("one row, which says how far the round over the store has come", "object_inventory")
                .toMap();
    }
}
