package io.skyholm.storage.attachment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where among its files an instance can have a disk. */
@QuarkusTest
class MountPathsTest {

    private Person owner;
    private Guest guest;
    private UUID disk;

    @BeforeEach
    void aDiskAndAnInstanceOnItsHost() {
        owner = Person.fresh();
        Storage storage = Storage.of(100);
        guest = Guest.on(storage.host(), owner);
        disk = storage.available(owner, 1);
    }

    @Test
    void mountPathsAreAbsoluteAndWrittenInOneWay() {
        List<String> bad = List.of(
                "",
                "/",
                "data",
                "./data",
                "/data/",
                "//data",
                "/a//b",
                "/../etc",
                "/a/..",
                "/a/./b",
                "/a\nb",
                "/a\u0000b",
                "/" + "a".repeat(255));
        bad.forEach(path -> owner.post(Attached.of(disk), Attached.to(guest, path))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("mountPath")));
        owner.post(Attached.of(disk), Attached.to(guest, "/srv/..data/.hidden dir/ü"))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc",
                "/etc/cron.d",
                "/usr",
                "/usr/local/bin",
                "/bin",
                "/lib64",
                "/boot/efi",
                "/proc",
                "/sys/kernel",
                "/dev/shm",
                "/root/.ssh",
                "/run/systemd",
                "/var/run/sshd",
                "/var/spool/cron",
                "/var"
            })
    void aDiskHidesNothingOfWhichTheGuestsSystemIsMade(String path) {
        owner.post(Attached.of(disk), Attached.to(guest, path))
                .then()
                .statusCode(422)
                .body("errors.field", contains("mountPath"))
                .body("errors[0].message", containsString("folder of the guest's system"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etcetera", "/var/lib/postgresql", "/home", "/srv/etc", "/data/usr/bin", "/variants"})
    void elsewhereItIsTheGuestsOwnMatter(String path) {
        owner.post(Attached.of(disk), Attached.to(guest, path)).then().statusCode(201);
    }
}
