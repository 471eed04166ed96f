package io.skyholm.storage.attachment;

import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A disk at an instance, as tests have it. */
public record Attached(Person owner, Host host, UUID disk, UUID id) {

    static final String ATTACHMENTS = "/v1/disk-attachments/";

    /** The body that attaches a disk. */
    public static Map<String, Object> to(Guest guest, String mountPath) {
        return new HashMap<>(Map.of("instanceId", guest.id(), "mountPath", mountPath, "mountMode", "RW"));
    }

    /** Where disks are attached. */
    public static String of(UUID disk) {
        return "/v1/disks/" + disk + "/attachments";
    }

    /** One that the host is still to make. */
    public static Attached begun(Storage storage, Person owner, UUID disk, Guest guest) {
        UUID id = owner.made(of(disk), to(guest, "/srv/" + disk));
        return new Attached(owner, storage.host(), disk, id);
    }

    /** One that the host has shown. */
    public static Attached made(Storage storage, Person owner, UUID disk, Guest guest) {
        Attached attached = begun(storage, owner, disk, guest);
        attached.does();
        attached.isIn("ATTACHED");
        return attached;
    }

    String path() {
        return ATTACHMENTS + id;
    }

    DesiredAttachment told() {
        return host.attachment(id).getLast();
    }

    /** The host has done what it was told last, and says so. */
    void does() {
        host.doesAttachment(id);
    }

    void isIn(String status) {
        Eventually.found("attachment " + id, () -> owner.get(path()).path("status"), status::equals);
    }

    void detach() {
        owner.delete(path()).then().statusCode(200);
    }
}
