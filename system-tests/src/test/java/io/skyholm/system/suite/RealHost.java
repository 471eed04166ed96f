package io.skyholm.system.suite;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.Progress;
import io.skyholm.local.libvirt.GuestListing;
import io.skyholm.local.libvirt.RealHosts;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A host that runs real guests, beside the suite, for as long as a journey needs it: its libvirt, and what is in its network. */
public record RealHost(Suite suite, String name, int number) implements AutoCloseable {

    private static final Duration BOOT = Duration.ofMinutes(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BUILD = Duration.ofMinutes(5);

    /** Starts the one of that name where {@code -Dskyholm.real=true} asks for it, as the pipeline does; elsewhere the journey is skipped. */
    public static RealHost of(String name, int number) {
        Commands.require(
                Boolean.getBoolean("skyholm.real"),
                "guests are run with -Dskyholm.real=true, as root, which installs libvirt where it is not there");
        String part = name.replace("host", "libvirt");
        return new RealHost(TestPlatform.ofItsOwn("suite-libvirt", part).suite(), name, number);
    }

    private RealHosts hosts() {
        return new RealHosts(suite.site());
    }

    /** Has the agent of an extra host of this number run its guests here. */
    public Map<String, String> agentVariables() {
        return hosts().agentVariables(name);
    }

    /** Has it reach what listens on these ports of this machine alone. */
    public Passage reaching(List<Integer> ports) {
        return Passage.from(hosts().namespace(name), ports);
    }

    /** A disk from which a guest boots that says on its console what it has: of Debian's kernel, and one program. */
    public static Path guestDisk() {
        Path guest = Commands.root().resolve("deploy/guest");
        Path disk = Path.of("target/guest.raw").toAbsolutePath();
        if (isOlder(disk, guest.resolve("init")) || isOlder(disk, guest.resolve("make-disk"))) {
            run(
                    BUILD,
                    "bash",
                    guest.resolve("make-disk").toString(),
                    guest.resolve("init").toString(),
                    disk.toString());
        }
        return disk;
    }

    private static boolean isOlder(Path made, Path source) {
        try {
            return !Files.exists(made)
                    || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(source)) < 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until a guest has said this on its console, for the so-manieth time. */
    public MatchResult says(UUID machine, String expected, int times) {
        Pattern pattern = Pattern.compile("@@ " + expected);
        boolean said = BoundedWait.waitUntil(
                () -> pattern.matcher(console(machine)).results().count() >= times, BOOT);
        if (!said) {
            throw new AssertionError("No '" + expected + "' for the " + times + ". time in: " + console(machine));
        }
        return pattern.matcher(console(machine))
                .results()
                .skip(times - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** How often it has said this so far. */
    public long count(UUID machine, String expected) {
        return Pattern.compile("@@ " + expected)
                .matcher(console(machine))
                .results()
                .count();
    }

    private String console(UUID machine) {
        try {
            return Files.readString(folder().resolve("consoles").resolve(machine + ".console"));
        } catch (IOException notYet) {
            return "";
        }
    }

    /** Where its agent keeps what is the host's. */
    private Path folder() {
        return RunningSuite.site().data().of("host-agent-" + number).resolve("host-" + number);
    }

    /** The processes that run a machine. */
    public List<String> processes(UUID machine) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> isOf(process, machine))
                    .map(process -> String.valueOf(process.getFileName()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOf(Path process, UUID machine) {
        try {
            String line = Files.readString(process.resolve("cmdline"));
            return line.startsWith("/usr/bin/qemu-system") && line.contains("guest=skyholm-" + machine);
        } catch (IOException another) {
            return false;
        }
    }

    /** What it has of guests, for the books. */
    public GuestListing listing() {
        return listingAs("host-" + number);
    }

    /** The same, taken for another host's. */
    public GuestListing listingAs(String hostname) {
        return new GuestListing(hosts(), hostname, name);
    }

    /** All that it has of guests: domains, devices of its network, and files of its disks, consoles and seeds. */
    public List<String> holds() {
        Stream<String> domains = run(MINUTE, "virsh", "-q", "-c", hosts().uri(name), "list", "--all", "--uuid")
                .lines()
                .filter(line -> !line.isBlank());
        Stream<String> devices = run(MINUTE, "ip", "-n", hosts().namespace(name), "-o", "link", "show")
                .lines()
                .filter(line -> line.contains(": sk") || line.contains(": vpc-") || line.contains(": vxlan-"));
        Stream<String> files = Stream.of("disks", "consoles", "seeds").flatMap(kind -> files(folder().resolve(kind)));
        return Stream.of(domains, devices, files).flatMap(all -> all).toList();
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String run(Duration longest, String... command) {
        return Commands.run(Path.of("."), Map.of(), longest, List.of(command))
                .expectingSuccess()
                .said();
    }

    @Override
    public void close() {
        suite.close(Progress.SILENT);
        String namespaces = run(MINUTE, "ip", "netns", "list");
        if (namespaces.contains(hosts().namespace(name))) {
            throw new AssertionError("The network of " + name + " is left");
        }
    }
}
