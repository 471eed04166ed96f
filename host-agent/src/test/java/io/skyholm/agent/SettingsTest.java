package io.skyholm.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.libvirt.VirtType;
import io.skyholm.agent.network.NetworkSettings;
import io.skyholm.agent.network.Uplink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "SKYHOLM_GATEWAY",
            "https://localhost:8443",
            "SKYHOLM_AGENT_STATE",
            "/var/lib/skyholm/agent",
            "SKYHOLM_JOIN_SECRET",
            "a secret",
            "SKYHOLM_HOSTS",
            "7"));

    @Test
    void hostsAreSimulatedUnlessItIsSaid() {
        Settings settings = Settings.from(variables);
        assertThat(settings.libvirt()).isEmpty();
        assertThat(settings.hosts()).isEqualTo(7);
        assertThat(settings.size()).isEqualTo(new HostSize(8, 32, 500, 0, null));
    }

    @Test
    void aRealHostIsThisMachineAndAsLargeAsItIs() {
        variables.put("SKYHOLM_HYPERVISOR", "libvirt");
        Settings settings = Settings.from(variables);
        assertThat(settings.libvirt())
                .contains(new Settings.Libvirt("qemu:///system", VirtType.QEMU, NetworkSettings.ALONE));
        assertThat(settings.hosts()).isEqualTo(1);
        assertThat(settings.size().cpuCores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        variables.put("SKYHOLM_HOST_MEMORY_GB", "3");
        variables.put("SKYHOLM_LIBVIRT_TYPE", "kvm");
        assertThat(Settings.from(variables).size().memoryGb()).isEqualTo(3);
        assertThat(Settings.from(variables).libvirt()).get().returns(VirtType.KVM, Settings.Libvirt::virtType);
    }

    @Test
    void aMachineCanBeSeveralRealHostsEachWithItsShareAndItsOwnNetwork() {
        variables.put("SKYHOLM_HYPERVISOR", "libvirt");
        variables.put("SKYHOLM_HOST_CORES", "4");
        int memoryGb = Settings.from(variables).size().memoryGb();
        variables.put("SKYHOLM_LIBVIRT_URI", "qemu:///system?socket=/hosts/{host}/libvirt-sock");
        variables.put("SKYHOLM_NETWORK_NAMESPACE", "edge-{host}");
        variables.put("SKYHOLM_UNDERLAY", "ul");
        variables.put("SKYHOLM_HOSTS", "2");
        Settings settings = Settings.from(variables);
        assertThat(settings.hosts()).isEqualTo(2);
        assertThat(settings.size().memoryGb()).isEqualTo(Math.max(1, memoryGb / 2));
        assertThat(settings.libvirt())
                .get()
                .returns(
                        new Settings.Libvirt(
                                "qemu:///system?socket=/hosts/host-2/libvirt-sock",
                                VirtType.QEMU,
                                new NetworkSettings(Optional.of("edge-host-2"), Optional.of("ul"))),
                        libvirt -> libvirt.of("host-2"));
    }

    @Test
    void anOperatorsNetworkHasAnAddressForEachHost() {
        variables.put("SKYHOLM_HYPERVISOR", "libvirt");
        variables.put("SKYHOLM_UPLINK", "br-wan");
        assertThatThrownBy(() -> Settings.from(variables)).hasMessageContaining("SKYHOLM_UPLINK_ADDRESS is not set");
        variables.put("SKYHOLM_UPLINK_ADDRESS", "host-1=192.0.2.11/24,host-2=192.0.2.12/24");
        variables.put("SKYHOLM_UPLINK_ROUTERS", "192.0.2.1, 2001:db8::1");
        Settings.Libvirt libvirt = Settings.from(variables).libvirt().orElseThrow();
        assertThat(libvirt.of("host-2").network().uplink())
                .contains(new Uplink("br-wan", "192.0.2.12/24", List.of("192.0.2.1", "2001:db8::1")));
        assertThatThrownBy(() -> libvirt.of("host-3")).hasMessageContaining("The uplink of host-3");
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        variables.put("SKYHOLM_HYPERVISOR", "xen");
        assertThatThrownBy(() -> Settings.from(variables)).hasMessageContaining("simulated or libvirt, not 'xen'");
        variables.put("SKYHOLM_HYPERVISOR", "libvirt");
        variables.put("SKYHOLM_LIBVIRT_TYPE", "lxc");
        assertThatThrownBy(() -> Settings.from(variables)).hasMessageContaining("qemu or kvm, not 'lxc'");
    }

    @Test
    void realMachinesNeedRealDisksThatLibvirtCanOpen() {
        variables.put("SKYHOLM_HYPERVISOR", "libvirt");
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            assertThatThrownBy(() -> new Hosts(Settings.from(variables), timer).all())
                    .hasMessageContaining("SKYHOLM_IMAGE_FOLDER is not set");
            variables.put("SKYHOLM_IMAGE_FOLDER", "/var/lib/skyholm/objects");
            variables.put("SKYHOLM_DISKS", "tape");
            assertThatThrownBy(() -> Settings.from(variables)).hasMessageContaining("files or ceph, not 'tape'");
            variables.put("SKYHOLM_DISKS", "ceph");
            assertThat(Settings.from(variables).ceph()).isTrue();
            assertThat(Settings.from(variables).libvirt()).isPresent();
        } finally {
            assertThat(timer.shutdownNow()).isEmpty();
        }
    }
}
