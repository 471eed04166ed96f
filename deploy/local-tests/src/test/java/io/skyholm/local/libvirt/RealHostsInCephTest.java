package io.skyholm.local.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.Progress;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephHosts;
import io.skyholm.local.ceph.CephListing;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TestPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What {@code ./skyholm up --real} stands on: hosts with networks of their own, from which guests open disks in a Ceph of this machine. */
@EnabledIfSystemProperty(named = "skyholm.real", matches = "true")
class RealHostsInCephTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Suite suite = TestPlatform.ofItsOwn("real-in-ceph", "ceph-osd", "libvirt-1", "libvirt-2")
            .suite();
    private final RealHosts hosts = new RealHosts(suite.site());
    private final CephFiles ceph = new CephFiles(suite.site());

    @Test
    void eachHostReachesItsOwnPoolAndNothingIsLeftOfItsWay() {
        assertThat(new CephListing(ceph).hosts()).containsExactlyInAnyOrder("host-1", "host-2", "host-3");
        for (String host : List.of("host-1", "host-2")) {
            assertThat(within(host, "rbd", "create", "--size", "8M", host + "/here")
                            .worked())
                    .isTrue();
            assertThat(new CephListing(ceph).images(host)).containsExactly("here");
        }
        assertThat(within("host-1", "rbd", "ls", "host-2").worked()).isFalse();
        assertThat(new CephListing(ceph).objects("host-1")).contains("rbd_id.here");

        suite.kill("ceph-osd");
        suite.start("ceph-osd");
        assertThat(BoundedWait.waitUntil(
                        () -> within("host-1", "rbd", "rm", "--no-progress", "host-1/here")
                                .worked(),
                        SOON))
                .isTrue();

        suite.close(Progress.SILENT);
        assertThat(run(List.of("ip", "netns", "list")).output())
                .doesNotContain(hosts.namespace("host-1"), hosts.namespace("host-2"));
        assertThat(run(List.of("pgrep", "-af", "socat")).output())
                .doesNotContain(
                        "127.0.0.1:" + ceph.ports().getFirst(),
                        "127.0.0.1:" + ceph.ports().getLast());
    }

    /** As a guest's disk is opened: in the network of its host, by the key of the host. */
    private Command within(String host, String... command) {
        List<String> whole =
                new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + hosts.namespace(host), "timeout", "20"));
        whole.addAll(List.of(command));
        whole.addAll(List.of(
                "--mon-host",
                ceph.monitor(),
                "--id",
                host,
                "--key",
                new CephHosts(ceph).keyOf(host),
                "--conf",
                "/dev/null"));
        return run(whole);
    }

    private static Command run(List<String> command) {
        return Command.run(new Launch(command, Map.of(), Path.of("/")));
    }
}
