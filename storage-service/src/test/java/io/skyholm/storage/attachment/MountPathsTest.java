package io.skyholm.storage.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.MountMode;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where among its files an instance can have a disk. */
class MountPathsTest {

    @Test
    void anInstanceAndAModeAreNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", AttachDisk.class)))
                .containsExactlyInAnyOrder("instanceId", "mountMode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "/a\u0085b"
            })
    void mountPathsAreAbsoluteAndWrittenInOneWay(String path) {
        assertThat(broken(path)).containsExactly("mountPath");
    }

    @Test
    void mountPathsAreAsLongAsAHostCanKeep() {
        assertThat(broken("/" + "a".repeat(254))).isEmpty();
        assertThat(broken("/" + "a".repeat(255))).containsExactly("mountPath");
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
                "/var",
                "/var/lib"
            })
    void aDiskHidesNothingOfWhichTheGuestsSystemIsMade(String path) {
        assertThat(broken(path)).containsExactly("mountPath");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etcetera",
                "/var/lib/postgresql",
                "/home",
                "/srv/etc",
                "/data/usr/bin",
                "/variants",
                "/srv/..data/.hidden dir/ü"
            })
    void elsewhereItIsTheGuestsOwnMatter(String path) {
        assertThat(broken(path)).isEmpty();
    }

    private static Set<String> broken(String path) {
        return Constraints.brokenBy(new AttachDisk(UUID.randomUUID(), path, MountMode.RW, null));
    }
}
