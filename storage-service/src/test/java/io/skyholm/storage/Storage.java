package io.skyholm.storage;

import io.skyholm.events.host.RbdImage;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A host with a pool of SSDs, and the disks that people have there. */
public record Storage(Host host, UUID pool) {

    /** As Ceph makes them. */
    public static final String CEPH_KEY = "AQB0XK5pAAAAABAAq3VYbTMpRQo0yQmPQy8yWg==";

    /** One in a data centre of its own, with so much room. */
    public static Storage of(long capacityGb) {
        Host host = Host.fresh();
        return new Storage(host, Person.ADMIN.made("/v1/storage-pools", pool(host, capacityGb)));
    }

    /** One of another type in the same data centre. */
    public Storage beside(DiskType type, long capacityGb) {
        Host another = Host.in(host.dataCenter());
        return new Storage(another, Person.ADMIN.made("/v1/storage-pools", pool(another, capacityGb, type)));
    }

    /** The body that makes a pool there. */
    public static Map<String, Object> pool(Host host, long capacityGb) {
        return pool(host, capacityGb, DiskType.SSD);
    }

    /** The same of another type. */
    public static Map<String, Object> pool(Host host, long capacityGb, DiskType type) {
        return new HashMap<>(Map.of(
                "computeMachineId", host.id(), "name", Fresh.name(), "diskType", type, "capacityGb", capacityGb));
    }

    /** The body that says where a pool is in Ceph, in a cluster of its own. */
    public static Map<String, Object> ceph(String host) {
        int port = 10_000 + ThreadLocalRandom.current().nextInt(50_000);
        return new HashMap<>(Map.of(
                "monitors",
                List.of("10.20.%d.%d:%d".formatted(port >> 8, port & 255, port), "v2:[fd00::12]:" + port),
                "rbdPool",
                "disks",
                "rbdNamespace",
                host,
                "cephUser",
                host,
                "cephKey",
                CEPH_KEY));
    }

    /** The body that makes a disk here. */
    public Map<String, Object> disk(int sizeGb) {
        return new HashMap<>(Map.of(
                "name", "orders", "edgeDataCenterId", host.dataCenter(), "diskType", DiskType.SSD, "sizeGb", sizeGb));
    }

    /** The body that makes one whose bytes are encrypted. */
    public Map<String, Object> encrypted(int sizeGb) {
        Map<String, Object> body = disk(sizeGb);
        body.put("encrypted", true);
        return body;
    }

    /** A disk that its host is still to make. */
    public UUID begun(Person owner, int sizeGb) {
        return owner.made("/v1/disks", disk(sizeGb));
    }

    /** A disk that its host has made. */
    public UUID available(Person owner, int sizeGb) {
        UUID disk = begun(owner, sizeGb);
        host.does(disk);
        isIn(owner, disk, "AVAILABLE");
        return disk;
    }

    /** A disk that its host has made in Ceph. */
    public UUID inCeph(Person owner, int sizeGb) {
        UUID disk = begun(owner, sizeGb);
        host.doesInCeph(disk, new RbdImage("disks", "disk." + disk));
        isIn(owner, disk, "AVAILABLE");
        return disk;
    }

    /** Waits until the disk is in that status. */
    public static void isIn(Person owner, UUID disk, String status) {
        Eventually.found("disk " + disk, () -> owner.get("/v1/disks/" + disk).path("status"), status::equals);
    }

    /** What is allocated of the pool. */
    public long allocated() {
        return Sql.asSuperuser("storage").number("select allocated_gb from storage_pool where id = ?", pool);
    }

    /** What its disks and snapshots have together. */
    public long held() {
        return sizeOf("disk", "size_gb + draft_gb")
                + sizeOf("disk_snapshot", "size_gb")
                + sizeOf("disk_copy", "size_gb");
    }

    private long sizeOf(String table, String size) {
        return Sql.asSuperuser("storage")
                .number(
                        "select coalesce(sum(" + size + "), 0) from " + table
                                + " where storage_pool_id = ? and deleted_at is null",
                        pool);
    }
}
