package io.skyholm.local.libvirt;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.debian.DebianPackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a machine needs on which guests are to run. */
public final class LibvirtPackages {
    private static final String INSTEAD = "; ./skyholm up without --real simulates hosts, which needs none of it";
    private static final Path TAPS = Path.of("/dev/net/tun");

    private static final DebianPackages ALL = new DebianPackages(
            "libvirt with QEMU",
            List.of(
                    "libvirtd",
                    "virsh",
                    "qemu-system-x86_64",
                    "tini",
                    "ip",
                    "nft",
                    "dnsmasq",
                    "nsenter",
                    "setpriv",
                    "flock"),
            List.of(
                    "libvirt-daemon",
                    "libvirt-clients",
                    "qemu-system-x86",
                    "tini",
                    "iproute2",
                    "nftables",
                    "util-linux"),
            "the library libvirt0" + INSTEAD);

    private static final DebianPackages FOR_CEPH = new DebianPackages(
            "what guests reach Ceph by",
            List.of("socat", "/usr/lib/x86_64-linux-gnu/qemu/block-rbd.so"),
            List.of("socat", "qemu-block-extra"),
            "QEMU's driver of RBD; ./skyholm up --real --no-ceph has disks in files, and needs none of it");

    private LibvirtPackages() {}

    /** The same for guests whose disks are in Ceph. */
    public static void requireForCeph(String part, Progress progress) {
        FOR_CEPH.require(part, progress);
    }

    /** Installs what is missing, and says what is missing that cannot be installed. */
    public static void require(String part, Progress progress) {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new LaunchProblem(
                    "real hosts have networks of their own, which only root may make", "run it as root" + INSTEAD);
        }
        if (!Files.exists(TAPS)) {
            throw new LaunchProblem(
                    "this machine has no " + TAPS + ", through which guests reach their networks",
                    "modprobe tun, or a machine whose kernel has it" + INSTEAD);
        }
        ALL.require(part, progress);
    }
}
