package io.skyholm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Services;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Ports;
import io.skyholm.local.libvirt.RealHosts;
import io.skyholm.local.part.Catalogue;
import io.skyholm.local.part.ServiceEnvironment;
import io.skyholm.local.process.PidFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
    private final Path folder;

    SuiteTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPartComesAfterAllItNeeds() {
        Suite suite = Suite.in(folder, Ports.free());

        assertThat(suite.withNeeds(List.of("connect"))).containsSubsequence("postgres", "connect");
        assertThat(suite.withNeeds(List.of("connect"))).containsSubsequence("kafka", "connect");
        assertThat(suite.withNeeds(List.of("keycloak"))).containsExactly("postgres", "keycloak");
    }

    @Test
    void aServiceRunsBesideKafkaAndWaitsForTheDatabaseOnly() {
        Suite suite = Suite.in(folder, Ports.free());

        assertThat(suite.withNeeds(List.of("audit")))
                .containsExactlyInAnyOrder("postgres", "kafka", "audit-signer", "audit");
        assertThat(suite.part("audit").part().needs()).containsExactly("postgres");
    }

    @Test
    void hostsHaveTheirDisksInCephFromTheFirstStartOnWhereThatIsWanted() throws IOException {
        assertThat(Suite.in(folder, Ports.free()).names()).doesNotContain("ceph-mon", "ceph-osd", "ceph-rgw");
        CephFiles.want(new DataDirectory(folder));
        CephFiles.want(new DataDirectory(folder));
        Suite suite = Suite.in(folder, Ports.free());
        assertThat(suite.withNeeds(List.of("host-agent"))).containsSubsequence("ceph-mon", "ceph-osd", "host-agent");
        assertThat(suite.part("host-agent").part().launch(AotMode.USE).environment())
                .containsEntry("SKYHOLM_DISKS", "ceph");
        assertThat(suite.part("storage").part().launch(AotMode.USE).environment())
                .containsEntry("SKYHOLM_LOCAL_CEPH_POOL", "disks")
                .containsKeys("SKYHOLM_LOCAL_CEPH_KEYS", "SKYHOLM_LOCAL_CEPH_MONITORS", "SKYHOLM_STORAGE_KEY")
                .containsEntry("SKYHOLM_STORAGE_STORE", "ceph")
                .containsEntry(
                        "SKYHOLM_STORAGE_FORMER_STORES__DEFAULT__FOLDER",
                        folder.resolve("objects").toString());
        assertThat(suite.withNeeds(List.of("storage"))).contains("ceph-osd", "ceph-rgw");
    }

    @Test
    void hostsWithDisksThatAreFilesKeepThese() throws IOException {
        Files.createDirectory(folder.resolve("host-agent"));
        assertThatThrownBy(() -> CephFiles.want(new DataDirectory(folder)))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("./skyholm reset");
        assertThat(CephFiles.areWanted(new DataDirectory(folder))).isFalse();
    }

    @Test
    void hostsRunRealGuestsFromTheFirstStartOnWhereThatIsWanted() {
        assertThat(Suite.in(folder, Ports.free()).names()).noneMatch(Catalogue::isHost);
        RealHosts.want(new DataDirectory(folder));
        RealHosts.want(new DataDirectory(folder));
        Suite suite = Suite.in(folder, Ports.free());
        assertThat(suite.withNeeds(List.of("host-agent")))
                .containsSubsequence("libvirt-1", "host-agent")
                .contains("libvirt-2", "libvirt-3");
        RealHosts hosts = new RealHosts(suite.site());
        assertThat(suite.part("host-agent").part().launch(AotMode.USE).environment())
                .containsEntry("SKYHOLM_HYPERVISOR", "libvirt")
                .containsEntry("SKYHOLM_LIBVIRT_URI", hosts.uri("{host}"))
                .containsEntry("SKYHOLM_NETWORK_NAMESPACE", hosts.namespace("{host}"));
        assertThat(suite.part("libvirt-2").part().launch(AotMode.USE).command())
                .endsWith(hosts.namespace("host-2"), "host-2", hosts.namespace("underlay"), "2");
        assertThat(hosts.namespace("host-2")).isNotEqualTo(hosts.namespace("host-1"));
    }

    @Test
    void realHostsHavePoolsOfTheirOwnInCephAndAWayThere() {
        RealHosts.want(new DataDirectory(folder));
        CephFiles.want(new DataDirectory(folder));
        Suite suite = Suite.in(folder, Ports.free());
        assertThat(suite.withNeeds(List.of("host-agent")))
                .containsSubsequence("ceph-mon", "ceph-osd", "libvirt-1", "host-agent");
        assertThat(suite.part("host-agent").part().launch(AotMode.USE).environment())
                .containsEntry("SKYHOLM_DISKS", "ceph")
                .containsEntry("SKYHOLM_HYPERVISOR", "libvirt");
        assertThat(suite.part("storage").part().launch(AotMode.USE).environment())
                .containsKey("SKYHOLM_LOCAL_CEPH_KEYS")
                .doesNotContainKey("SKYHOLM_LOCAL_CEPH_POOL");
        assertThat(suite.part("libvirt-2").part().launch(AotMode.USE).command())
                .endsWith(new CephFiles(suite.site())
                        .ports().stream().map(String::valueOf).toArray(String[]::new));
    }

    @Test
    void simulatedHostsStaySimulated() {
        CephFiles.want(new DataDirectory(folder));
        assertThatThrownBy(() -> RealHosts.want(new DataDirectory(folder)))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("./skyholm reset");
        assertThat(RealHosts.areWanted(new DataDirectory(folder))).isFalse();
    }

    @Test
    void aHostWhoseSocketNobodyCouldOpenIsRefusedBeforeItStarts() {
        Path far = folder.resolve("a".repeat(100));
        RealHosts hosts = new RealHosts(Suite.in(far, Ports.free()).site());
        assertThatThrownBy(() -> hosts.write("host-1"))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("SKYHOLM_DATA");
    }

    @Test
    void anUnknownPartIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Suite.in(folder, Ports.free()).part("mainframe"))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContainingAll("mainframe", "postgres");
    }

    @Test
    void aTakenPortIsFoundBeforeAnythingIsBuiltOrStarted() throws IOException {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Suite suite = Suite.in(folder, Ports.free().with("kafka", held.getLocalPort()));

            suite.requireFreePorts(List.of("postgres"));
            assertThatThrownBy(() -> suite.requireFreePorts(List.of("postgres", "kafka")))
                    .isInstanceOf(LaunchProblem.class)
                    .hasMessageContainingAll("port " + held.getLocalPort(), "kafka");
            new PidFile(suite.site().data().pidFile("kafka")).write(ProcessHandle.current());
            suite.requireFreePorts(List.of("kafka"));
        }
    }

    @Test
    void everyServiceIsToldOfItsOwnRolesOnly() {
        Suite suite = Suite.in(folder, Ports.free());

        assertThat(environment(suite, "audit"))
                .containsEntry("SKYHOLM_DB_USER", "audit_service")
                .doesNotContainKey("SKYHOLM_DB_OWNER_PASSWORD")
                .doesNotContainKey("SKYHOLM_FIRST_ADMIN_PASSWORD");
        assertThat(environment(suite, "identity")).containsKey("SKYHOLM_FIRST_ADMIN_PASSWORD");
    }

    @Test
    void noRunningServiceHoldsASchemaOwnersPasswordOrTheKeyThatSigns() {
        Suite suite = Suite.in(folder, Ports.free());
        List<String> kept = Services.ALL.stream()
                .map(service -> suite.site().secrets().password(service + "_owner"))
                .toList();
        String key = suite.site().secrets().key("audit_signing_key");

        for (String service : Services.ALL) {
            assertThat(environment(suite, service).values())
                    .doesNotContainAnyElementsOf(kept)
                    .doesNotContain(key, suite.site().secrets().password("postgres"));
        }
    }

    @Test
    void everyServiceComesIntoKafkaAsItself() {
        Suite suite = Suite.in(folder, Ports.free());

        assertThat(environment(suite, "network"))
                .containsEntry("SKYHOLM_KAFKA_USER", "network")
                .containsKeys("SKYHOLM_KAFKA_PASSWORD", "SKYHOLM_KAFKA_AGENTS")
                .doesNotContainKey("SKYHOLM_LOCAL_JOIN_SECRET");
        assertThat(environment(suite, "compute"))
                .containsEntry("SKYHOLM_LOCAL_HOSTS", "3")
                .containsEntry("SKYHOLM_HOSTS_FAST", "true")
                .containsKey("SKYHOLM_LOCAL_JOIN_SECRET");
        assertThat(environment(suite, "network").get("SKYHOLM_KAFKA_PASSWORD"))
                .isNotEqualTo(environment(suite, "compute").get("SKYHOLM_KAFKA_PASSWORD"));
        assertThat(suite.kafkaSettings()).containsEntry("security.protocol", "SASL_PLAINTEXT");
    }

    private static Map<String, String> environment(Suite suite, String service) {
        return new ServiceEnvironment(suite.site()).of(service);
    }
}
