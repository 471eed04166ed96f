package io.skyholm.storage.snapshot;

import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A snapshot of a disk, as tests have it. */
public record Taken(Person owner, Host host, UUID disk, UUID id) {

    static final String SNAPSHOTS = "/v1/snapshots";

    /** Where snapshots of the disk are made. */
    static String of(UUID disk) {
        return "/v1/disks/" + disk + "/snapshots";
    }

    /** The body that makes one. */
    static Map<String, Object> named(String name) {
        return new HashMap<>(Map.of("name", name));
    }

    /** One that the host is still to make. */
    public static Taken begun(Storage storage, Person owner, UUID disk) {
        return new Taken(owner, storage.host(), disk, owner.made(of(disk), named("before")));
    }

    /** One that the host has shown. */
    public static Taken made(Storage storage, Person owner, UUID disk) {
        Taken taken = begun(storage, owner, disk);
        taken.does();
        taken.isIn("AVAILABLE");
        return taken;
    }

    String path() {
        return SNAPSHOTS + "/" + id;
    }

    DesiredSnapshot told() {
        return host.snapshot(id).getLast();
    }

    /** The host has done what it was told last, and says so. */
    public void does() {
        host.doesSnapshot(id);
    }

    public void isIn(String status) {
        Eventually.found("snapshot " + id, () -> owner.get(path()).path("status"), status::equals);
    }

    public void delete() {
        owner.delete(path()).then().statusCode(200);
    }
}
