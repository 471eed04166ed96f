package io.skyholm.storage;

import io.restassured.path.json.JsonPath;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.backup.Exported;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How every operation of storage is called rightly, on things of one tenant. */
final class StorageExamples {

    private static final String VERSION = "/v1/images/{id}/versions/{versionId}";
    private static final String UPLOADS = VERSION + "/uploads";
    private static final String UPLOAD = UPLOADS + "/{uploadId}";
    private static final String TAG = "/v1/images/{id}/tags/{tagId}";

    private StorageExamples() {}

    /** Things of the owner's tenant. */
    static Examples of(Person owner) {
        Map<String, Object> full = Fresh.image(Fresh.name());
        full.putAll(Map.of(
                "description", "Debian with our agents",
                "imageType", "OS_BASE",
                "baseOs", "Debian",
                "osVersion", "13",
                "minCpuCores", 1,
                "minMemoryGb", 1,
                "minStorageGb", 10,
                "recommendedCpuCores", 2,
                "recommendedMemoryGb", 2));
        String image = "/v1/images/" + owner.made("/v1/images", full);
        String empty = Fresh.imageOf(owner);
        String first = Fresh.availableOf(owner, image);
        Map<String, Object> second = Fresh.version();
        second.put("parentVersionId", Fresh.id(first));
        String pending = image + "/versions/" + owner.made(image + "/versions", second);
        String uploading = Fresh.versionOf(owner, image);
        String upload = Tus.begun(owner, uploading, 1024);
        String tag = image + "/tags/"
                + owner.made(image + "/tags", Map.of("tagName", "stable", "versionId", Fresh.id(first)));
        Eventually.rows(
                1,
                "select count(*) from observed_object where id = (select object_id from image_version where id = ?)",
                Fresh.id(first));
        Storage storage = Storage.of(1000);
        UUID disk = storage.available(owner, 20);
        owner.patch("/v1/disks/" + disk, Map.of("description", "Orders since 2020", "tags", List.of("env:prod")))
                .then()
                .statusCode(200);
        UUID copied = storage.available(owner, 5);
        UUID earlier = snapshot(owner, storage, copied, "empty");
        UUID snapshot = snapshot(owner, storage, copied, "before-upgrade");
        UUID restoring = storage.available(owner, 5);
        UUID source = snapshot(owner, storage, restoring, "last-week");
        owner.post("/v1/disks/" + restoring + "/rollback", Map.of("snapshotId", source))
                .then()
                .statusCode(200);
        owner.patch("/v1/snapshots/" + snapshot, Map.of("description", "Before version 4", "tags", List.of("env:prod")))
                .then()
                .statusCode(200);
        UUID schedule = owner.made(
                "/v1/disks/" + disk + "/snapshot-schedules",
                Map.of("name", "weekly", "frequency", "WEEKLY", "dayOfWeek", "SUNDAY", "hour", 3, "keepDays", 30));
        UUID kept = snapshot(owner, storage, copied, "kept");
        UUID backup = owner.made(
                "/v1/snapshots/" + kept + "/backups",
                Map.of("name", "before-upgrade", "description", "Before version 4", "tags", List.of("env:prod")));
        UUID stored = backedUp(owner, storage);
        UUID calm = storage.available(owner, 5);
        UUID spare = storage.available(owner, 5);
        UUID attached = storage.available(owner, 5);
        Guest guest = Guest.on(storage.host(), owner);
        UUID attachment = owner.made("/v1/disks/" + attached + "/attachments", attachment(guest, "/srv/invoices"));
        storage.host().doesAttachment(attachment);
        Eventually.rows(1, "select count(*) from disk_attachment where id = ? and status = 'ATTACHED'", attachment);
        UUID leaving = storage.available(owner, 5);
        UUID moving = storage.available(owner, 5);
        storage.beside(DiskType.SSD, 1000);
        owner.post("/v1/disks/" + moving + "/move", Map.of("diskType", "SSD"))
                .then()
                .statusCode(200);
        UUID emptyPool = Person.ADMIN.made("/v1/storage-pools", Storage.pool(Host.fresh(), 2000));
        UUID inCeph = Person.ADMIN.made("/v1/storage-pools", Storage.pool(Host.fresh(), 2000));
        Person.ADMIN
                .put("/v1/storage-pools/" + inCeph + "/ceph", Storage.ceph("kvm-16"))
                .then()
                .statusCode(200);
        String offers = "/v1/storage-transfers";
        String keyed = owner.post(offers, offer(Fresh.imageOf(owner)))
                .then()
                .statusCode(201)
                .extract()
                .asString();
        UUID offered = owner.made(offers, offerTo(Person.ADMIN.tenant(), Fresh.imageOf(owner)));
        UUID declined = owner.made(offers, offerTo(Person.ADMIN.tenant(), Fresh.imageOf(owner)));
        String given = Fresh.imageOf(owner);
        return new Examples()
                .example("POST /v1/storage-transfers", offerTo(UUID.randomUUID(), given))
                .path(offers + "/{id}", () -> offers + "/" + offered)
                .example(
                        "POST /v1/storage-transfers/{id}/accept",
                        Map.of("key", JsonPath.from(keyed).getString("key")))
                .path(
                        offers + "/{id}/accept",
                        () -> offers + "/" + JsonPath.from(keyed).getString("id") + "/accept")
                .path(offers + "/{id}/decline", () -> offers + "/" + declined + "/decline")
                .example("POST /v1/storage-pools", Storage.pool(Host.fresh(), 2000))
                .example("PATCH /v1/storage-pools/{id}", Map.of("capacityGb", 4000))
                .path("/v1/storage-pools/{id}", () -> "/v1/storage-pools/" + emptyPool)
                .example("PUT /v1/storage-pools/{id}/ceph", Storage.ceph("kvm-17"))
                .path("/v1/storage-pools/{id}/ceph", () -> "/v1/storage-pools/" + inCeph + "/ceph")
                .example("POST /v1/disks", storage.disk(10))
                .example("PATCH /v1/disks/{id}", Map.of("name", "invoices"))
                .path("/v1/disks/{id}", () -> "/v1/disks/" + disk)
                .example("POST /v1/disks/{id}/grow", Map.of("sizeGb", 40))
                .path("/v1/disks/{id}/grow", () -> "/v1/disks/" + disk + "/grow")
                .example("POST /v1/disks/{id}/rollback", Map.of("snapshotId", earlier))
                .path("/v1/disks/{id}/rollback", () -> "/v1/disks/" + copied + "/rollback")
                .path("DELETE /v1/disks/{id}/rollback", () -> "/v1/disks/" + restoring + "/rollback")
                .example("POST /v1/disks/{id}/move", Map.of("diskType", "SSD"))
                .path("/v1/disks/{id}/move", () -> "/v1/disks/" + leaving + "/move")
                .path("DELETE /v1/disks/{id}/move", () -> "/v1/disks/" + moving + "/move")
                .example("POST /v1/disks/{id}/snapshots", Map.of("name", "before-upgrade", "tags", List.of("env:prod")))
                .path("/v1/disks/{id}/snapshots", () -> "/v1/disks/" + calm + "/snapshots")
                .example("PATCH /v1/snapshots/{id}", Map.of("name", "after-upgrade"))
                .path("/v1/snapshots/{id}", () -> "/v1/snapshots/" + snapshot)
                .example(
                        "POST /v1/disks/{id}/snapshot-schedules",
                        Map.of("name", "nightly", "frequency", "DAILY", "hour", 3, "keepLast", 7))
                .path("/v1/disks/{id}/snapshot-schedules", () -> "/v1/disks/" + disk + "/snapshot-schedules")
                .example("PATCH /v1/snapshot-schedules/{id}", Map.of("isEnabled", false))
                .path("/v1/snapshot-schedules/{id}", () -> "/v1/snapshot-schedules/" + schedule)
                .example(
                        "POST /v1/snapshots/{id}/backups",
                        Map.of("name", "before-upgrade", "tags", List.of("env:prod")))
                .path("/v1/snapshots/{id}/backups", () -> "/v1/snapshots/" + earlier + "/backups")
                .example("PATCH /v1/backups/{id}", Map.of("name", "after-upgrade"))
                .path("/v1/backups/{id}", () -> "/v1/backups/" + backup)
                .path("/v1/backups/{id}/content", () -> "/v1/backups/" + stored + "/content")
                .headers("GET /v1/backups/{id}/content", Map.of("Range", "bytes=0-511"))
                .example("POST /v1/disks/{id}/attachments", attachment(guest, "/srv/orders"))
                .path("/v1/disks/{id}/attachments", () -> "/v1/disks/" + spare + "/attachments")
                .path("/v1/disk-attachments/{id}", () -> "/v1/disk-attachments/" + attachment)
                .example("POST /v1/images", Map.of("name", "Ubuntu", "imageType", "OS_BASE"))
                .example("PATCH /v1/images/{id}", Map.of("description", "Other"))
                .path("/v1/images/{id}", () -> empty)
                .example(
                        "POST /v1/images/{id}/versions",
                        Map.of("versionNumber", "13.1", "diskFormat", "QCOW2", "versionName", "Summer"))
                .path("/v1/images/{id}/versions", () -> image + "/versions")
                .example("PATCH " + VERSION, Map.of("releaseNotes", "With the new kernel"))
                .path(VERSION, () -> pending)
                .path(VERSION + "/content", () -> first + "/content")
                .headers("POST " + UPLOADS, Map.of("Upload-Length", "1024"))
                .path(UPLOADS, () -> pending + "/uploads")
                .headers("PATCH " + UPLOAD, Map.of("Upload-Offset", "0", "Content-Type", Tus.BYTES))
                .path(UPLOAD, () -> upload)
                .example("POST /v1/images/{id}/tags", Map.of("tagName", "testing", "versionId", Fresh.id(first)))
                .path("/v1/images/{id}/tags", () -> image + "/tags")
                .example("PATCH " + TAG, Map.of("versionId", Fresh.id(first)))
                .path(TAG, () -> tag);
    }

    /** One whose bytes the store has. */
    private static UUID backedUp(Person owner, Storage storage) {
        UUID snapshot = snapshot(owner, storage, storage.available(owner, 1), "stored");
        UUID backup = owner.made("/v1/snapshots/" + snapshot + "/backups", Map.of("name", "stored"));
        Exported.leave(storage.host().export(backup).getLast().objectId(), 1);
        storage.host().doesExport(backup);
        Eventually.rows(1, "select count(*) from backup where id = ? and status = 'AVAILABLE'", backup);
        return backup;
    }

    private static UUID snapshot(Person owner, Storage storage, UUID disk, String name) {
        UUID snapshot = owner.made("/v1/disks/" + disk + "/snapshots", Map.of("name", name));
        storage.host().doesSnapshot(snapshot);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'AVAILABLE'", snapshot);
        return snapshot;
    }

    private static Map<String, Object> offer(String image) {
        return new HashMap<>(
                Map.of("resourceType", "IMAGE", "resourceId", Fresh.id(image), "message", "As agreed last week"));
    }

    private static Map<String, Object> offerTo(UUID tenant, String image) {
        Map<String, Object> offer = offer(image);
        offer.put("toTenantId", tenant);
        return offer;
    }

    private static Map<String, Object> attachment(Guest guest, String mountPath) {
        return Map.of("instanceId", guest.id(), "mountPath", mountPath, "mountMode", "RW");
    }
}
