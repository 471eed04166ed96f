package io.skyholm.agent;

import io.skyholm.agent.Host.HostPlan;
import io.skyholm.agent.Host.Surroundings;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.join.JoinClient;
import io.skyholm.agent.join.JoinToken;
import io.skyholm.agent.libvirt.LibvirtHypervisor;
import io.skyholm.agent.libvirt.LibvirtSettings;
import io.skyholm.agent.pool.DiskPlaces;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageBytes;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.ObjectDrafts;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.pool.folder.OpenedFiles;
import io.skyholm.agent.pool.luks.DiskKeyring;
import io.skyholm.agent.pool.rbd.OpenedImages;
import io.skyholm.agent.pool.rbd.RbdPool;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.simulated.SimulatedPool;
import io.skyholm.agent.simulated.UnreliableReports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

/**
 * The hosts of a process: the machine that it runs on, where its hypervisor is real, or namespaces of that, or any number of simulated ones, each
 * with a folder, a token and an address of its own.
 */
record Hosts(Settings settings, ScheduledExecutorService timer) {

    /** Has GPUs, so that there is something to place what needs them on. */
    private static final int WITH_GPUS = 3;

    private static final int GPUS = 2;
    private static final int ADDRESSES_PER_BLOCK = 250;

    /** How long an answer of Ceph may take. */
    private static final Duration CEPH_PATIENCE = Duration.ofSeconds(10);

    List<Host> all() {
        ControlPlaneLinks links = settings.fleet()
                .<ControlPlaneLinks>map(SharedKafkaClients::new)
                .orElseGet(ControlPlaneLinks.OfTheirOwn::new);
        Surroundings surroundings =
                new Surroundings(timer, links, reports -> UnreliableReports.of(reports, timer, settings.faults()));
        JoinClient joinClient = JoinClient.at(settings.gateway(), settings.certificates());
        return IntStream.range(0, settings.hosts())
                .mapToObj(number -> host(settings.firstHost() + number, joinClient, surroundings))
                .toList();
    }

    private Host host(int number, JoinClient joinClient, Surroundings surroundings) {
        String name = "host-" + number;
        Path folder = settings.state().resolve(name);
        HostPlan plan = new HostPlan(name, token(number), "KVM", address(number));
        return new Host(
                plan,
                settings.libvirt()
                        .map(libvirt -> real(libvirt.of(name), name, folder))
                        .orElseGet(() -> simulated(number, name, folder)),
                joinClient,
                folder,
                surroundings);
    }

    private Equipment real(Settings.Libvirt libvirt, String name, Path folder) {
        Path store = settings.images()
                .orElseThrow(
                        () -> new IllegalArgumentException("SKYHOLM_IMAGE_FOLDER is not set, and real machines boot"));
        DiskKeyring keyring = new DiskKeyring();
        DiskPool disks = disks(name, folder, new ImageFolder(store), new ObjectDraftFolder(store));
        LibvirtHypervisor hypervisor = new LibvirtHypervisor(
                LibvirtSettings.in(folder, libvirt.uri(), libvirt.virtType(), libvirt.network()),
                settings.size(),
                opened(disks, keyring));
        return new Equipment(hypervisor, disks, settings.smallCopyGb(), keyring);
    }

    /** What a hypervisor opens by itself. */
    private static DiskPlaces opened(DiskPool disks, DiskKeyring keyring) {
        return switch (disks) {
            case RbdPool ceph -> new OpenedImages(ceph, keyring);
            case FolderPool files -> new OpenedFiles(files, keyring);
            default -> throw new IllegalArgumentException("The disks of real machines are files, or in Ceph");
        };
    }

    private Equipment simulated(int number, String name, Path folder) {
        SimulatedHypervisor hypervisor = new SimulatedHypervisor(
                size(number), FaultInjection.of(settings.faults()), folder.resolve("hypervisor.jsonl"));
        return new Equipment(hypervisor, disks(name, folder), settings.smallCopyGb());
    }

    private DiskPool disks(String host, Path folder) {
        return settings.images()
                .map(store -> disks(host, folder, new ImageFolder(store), new ObjectDraftFolder(store)))
                .orElseGet(
                        () -> new SimulatedPool(FaultInjection.of(settings.faults()), folder.resolve("disks.jsonl")));
    }

    private DiskPool disks(String host, Path folder, ImageBytes images, ObjectDrafts objects) {
        return settings.ceph()
                ? new RbdPool(host, CEPH_PATIENCE, images, objects)
                : new FolderPool(folder.resolve("disks"), images, objects);
    }

    private String token(int number) {
        return settings.joinToken()
                .orElseGet(() -> JoinToken.ofLocalHost(settings.joinSecret().orElseThrow(), number));
    }

    private HostSize size(int number) {
        HostSize size = settings.size();
        return number == WITH_GPUS
                ? new HostSize(size.cpuCores(), size.memoryGb(), size.storageGb(), GPUS, "L4")
                : size;
    }

    /** Nothing listens there; that every host has another is what counts. */
    private static String address(int number) {
        return "10.254." + number / ADDRESSES_PER_BLOCK + "." + (number % ADDRESSES_PER_BLOCK + 1);
    }
}
