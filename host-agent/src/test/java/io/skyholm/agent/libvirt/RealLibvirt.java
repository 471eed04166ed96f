package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.network.NetworkSettings;
import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A libvirt of its own on this machine, for as long as this process tests: with folders and a network of its own in place of the machine's, so that neither
 * knows of the other's domains and ports, and started again whenever it ends, as a host's supervisor does.
 */
final class RealLibvirt {

    /** Tests on it run where this is true, and fail there if it cannot be had. */
    static final String WANTED = "skyholm.real";

    private static final List<String> FOLDERS = List.of("run", "etc", "lib", "cache", "log");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RealLibvirt ONE = new RealLibvirt(Optional.of("skyholm-" + UUID.randomUUID()));

    private final Optional<String> namespace;
    private final Path folder;
    private final Process supervisor;

    /** In the machine's own network, where that is reached which listens on the machine alone. */
    private static final class InTheMachinesNetwork {

        private static final RealLibvirt ONE = new RealLibvirt(Optional.empty());
    }

    private RealLibvirt(Optional<String> namespace) {
        this.namespace = namespace;
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException(
                    "Whoever tests on libvirt has to be root: guests get devices of the network");
        }
        try {
            folder = Files.createTempDirectory("skyholm-libvirt");
            for (String name : FOLDERS) {
                Files.createDirectory(folder.resolve(name));
            }
            Files.writeString(folder.resolve("etc/qemu.conf"), """
                    user = "root"
                    group = "root"
                    dynamic_ownership = 0
                    remember_owner = 0
                    security_driver = "none"
                    namespaces = []
                    stdio_handler = "file"
                    """);
            Files.writeString(folder.resolve("etc/libvirtd.conf"), """
                    auth_unix_rw = "none"
                    auth_unix_ro = "none"
                    unix_sock_group = "root"
                    unix_sock_rw_perms = "0700"
                    log_outputs = "3:stderr"
                    host_uuid = "%s"
                    """.formatted(UUID.randomUUID()));
            Files.writeString(folder.resolve("start"), script());
            // Processes whose parent has ended are collected by tini, and at once.
            supervisor = new ProcessBuilder(
                            "tini", "-s", "--", "sh", folder.resolve("start").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log/libvirtd.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of libvirt"));
            awaitAnswer();
        } catch (IOException failure) {
            throw new UncheckedIOException("There is no libvirt to test on", failure);
        }
    }

    private String script() {
        return """
                mkdir -p /run/libvirt /etc/libvirt /var/lib/libvirt /var/cache/libvirt /var/log/libvirt
                getent group libvirt-qemu >/dev/null || groupadd --system libvirt-qemu
                getent passwd libvirt-qemu >/dev/null ||
                  useradd --system -M -g libvirt-qemu -s /usr/sbin/nologin -d /var/lib/libvirt libvirt-qemu
                MAKE
                until [ -e FOLDER/ended ]; do
                  WITHIN unshare --mount --propagation private sh -c '
                    mount --bind FOLDER/run /run/libvirt && mount --bind FOLDER/etc /etc/libvirt &&
                    mount --bind FOLDER/lib /var/lib/libvirt && mount --bind FOLDER/cache /var/cache/libvirt &&
                    mount --bind FOLDER/log /var/log/libvirt &&
                    exec libvirtd --pid-file /run/libvirt/libvirtd.pid --config /etc/libvirt/libvirtd.conf'
                  sleep 0.2
                done
                """.replace("FOLDER", folder.toString())
                .replace("MAKE", namespace.map("ip netns add "::concat).orElse(""))
                .replace(
                        "WITHIN",
                        namespace.map("nsenter --net=/run/netns/"::concat).orElse(""));
    }

    static RealLibvirt one() {
        return ONE;
    }

    /** For guests without ports, whose disks are on servers of this machine. */
    static RealLibvirt inTheMachinesNetwork() {
        return InTheMachinesNetwork.ONE;
    }

    String uri() {
        return "qemu:///system?socket=" + folder.resolve("run/libvirt-sock");
    }

    /** Its machines' network is its own, too. */
    NetworkSettings network() {
        return new NetworkSettings(namespace, Optional.empty());
    }

    /** With a folder for consoles of its own, and beside it one for seeds. */
    LibvirtSettings settings(Path consoles) {
        return new LibvirtSettings(
                uri(), VirtType.QEMU, consoles, consoles.resolveSibling("seeds"), network(), Duration.ofSeconds(5));
    }

    String virsh(String... command) {
        return run(Stream.concat(Stream.of("virsh", "-q", "-c", uri()), Stream.of(command))
                .toList());
    }

    void awaitAnswer() {
        if (!BoundedWait.waitUntil(this::answers, PATIENCE)) {
            throw new IllegalStateException("libvirt does not answer: " + log());
        }
    }

    private boolean answers() {
        return exitCode(List.of("timeout", "5", "virsh", "-q", "-c", uri(), "version")) == 0;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log/libvirtd.log"));
        } catch (IOException unreadable) {
            return "and has no log";
        }
    }

    /** Its daemon; another one soon after that has ended. */
    String daemon() throws IOException {
        return Files.readString(folder.resolve("run/libvirtd.pid")).strip();
    }

    /** The process that runs a machine; empty where none does. */
    Optional<String> qemu(UUID machine) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            List<String> found = processes
                    .filter(process -> commandLine(process).contains("guest=skyholm-" + machine))
                    .map(process -> String.valueOf(process.getFileName()))
                    .toList();
            if (found.size() > 1) {
                throw new IllegalStateException("machine " + machine + " runs " + found.size() + " times");
            }
            return found.stream().findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String commandLine(Path process) {
        try {
            String line = Files.readString(process.resolve("cmdline"));
            return line.startsWith("/usr/bin/qemu-system") ? line : "";
        } catch (IOException another) {
            return "";
        }
    }

    static void signal(String name, String process) {
        String ignored = run(List.of("kill", "-" + name, process));
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int exitCode(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends the guests that are left, then the daemon, and removes what they had. */
    private void end() {
        try {
            Files.writeString(folder.resolve("ended"), "");
            for (String domain : virsh("list", "--uuid").split("\\s+", -1)) {
                if (!domain.isBlank()) {
                    String ignored = virsh("destroy", domain);
                }
            }
            signal("TERM", daemon());
            if (!supervisor.waitFor(10, TimeUnit.SECONDS)) {
                supervisor.destroyForcibly();
            }
            String ignored = run(List.of("rm", "-rf", folder.toString()))
                    + namespace
                            .map(name -> run(List.of("ip", "netns", "delete", name)))
                            .orElse("");
        } catch (IOException | InterruptedException | RuntimeException failure) {
            System.err.println("libvirt is left in " + folder + ": " + failure.getMessage());
        }
    }

    /** How the disk of a guest is made once for all tests, and again when what it is made of has changed. */
    static Path guestDisk() {
        Path disk = Path.of("target/guest.raw").toAbsolutePath();
        Path guest = Path.of("../deploy/guest");
        if (isOlder(disk, guest.resolve("init")) || isOlder(disk, guest.resolve("make-disk"))) {
            String ignored = run(List.of(
                    "bash",
                    guest.resolve("make-disk").toString(),
                    guest.resolve("init").toString(),
                    disk.toString()));
        }
        return disk;
    }

    /** Writes the disk of a guest where a pool wants it; says how many bytes those are. */
    static long writeGuest(BytesTarget target) throws IOException {
        try (FileChannel guest = FileChannel.open(guestDisk())) {
            ByteBuffer piece = ByteBuffer.allocate(1 << 20);
            long at = 0;
            while (guest.read(piece) >= 0) {
                at += target.write(piece.flip(), at);
                piece.clear();
            }
            return at;
        }
    }

    private static boolean isOlder(Path made, Path source) {
        try {
            return !Files.exists(made)
                    || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(source)) < 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
