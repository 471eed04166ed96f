package io.skyholm.local.command;

import io.skyholm.local.Stopwatch;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.DiskSpace;
import io.skyholm.local.libvirt.RealHosts;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.process.Shutdown;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.SuiteLock;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.terminal.Console;
import io.skyholm.local.terminal.Welcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings everything up, and stays to watch over it. */
@Command(name = "up", description = "Build what changed, start everything, and watch over it until Ctrl-C.")
final class Up implements Callable<Integer> {
    private static final int STOPPED = 1;

    @Option(names = "--detach", description = "Return when everything is ready; ./skyholm down ends it.")
    private boolean detach;

    @Option(
            names = "--real",
            description =
                    "Run guests on libvirt and QEMU, with disks in Ceph, which are installed on Debian; until the reset"
                            + " it stays so.")
    private boolean real;

    @Option(
            names = "--ceph",
            negatable = true,
            description =
                    "Keep the disks of simulated hosts in Ceph, too; with --no-ceph those of real hosts are files."
                            + " Until the reset it stays so.")
    private @Nullable Boolean ceph;

    @Parameters(paramLabel = "PART", description = "Only these parts and what they need.")
    private List<String> wanted = List.of();

    private final Console console = new Console(System.out);

    @Override
    public Integer call() {
        DataDirectory data = DefaultSuite.site().data();
        try (SuiteLock lock = SuiteLock.toStart(data)) {
            chooseHosts(data);
            return start(lock);
        }
    }

    /** In this order: how hosts are let into Ceph depends on whether they are real. Those that are real already keep their disks where they are. */
    private void chooseHosts(DataDirectory data) {
        boolean becomeReal = real && !RealHosts.areWanted(data);
        if (real) {
            RealHosts.want(data.create());
        }
        if (Boolean.FALSE.equals(ceph)) {
            CephFiles.doWithout(data);
        }
        if (ceph == null ? becomeReal : ceph) {
            CephFiles.want(data.create());
        }
    }

    private int start(SuiteLock lock) {
        Suite suite = DefaultSuite.suite();
        Set<String> names = suite.withNeeds(wanted.isEmpty() ? suite.names() : wanted);
        Optional<ProcessHandle> watching = Supervisor.pidFile(suite).living();
        if (watching.isPresent()) {
            return new Renewal(suite, console).run(watching.get());
        }
        DiskSpace.require(suite.site());
        // Before a build that may take minutes.
        suite.requireFreePorts(names);
        suite.site().ports().keepIn(suite.site().data().ports());
        Stopwatch began = Stopwatch.started();
        ShutdownHook shutdownHook = new ShutdownHook(suite, console);
        shutdownHook.onExit();
        // What still runs from the jars of an earlier build must not be adopted.
        suite.start(console, names, () -> new Build(suite.site(), console)
                .changedOf(names)
                .forEach(suite::stop));
        if (Shutdown.hasBegun()) {
            return STOPPED;
        }
        double seconds = began.elapsed().toMillis() / 1000.0;
        System.out.printf(Locale.ROOT, "%nUp after %.1f s.%n", seconds);
        if (names.contains("gateway")) {
            System.out.println(Welcome.to(suite));
        }
        Assemble.inBackground(suite.site());
        if (detach) {
            if (!shutdownHook.cancel()) {
                return STOPPED;
            }
            Supervise.inBackground(suite, names);
            return 0;
        }
        return stay(suite, names, lock);
    }

    private int stay(Suite suite, Set<String> names, SuiteLock lock) {
        System.out.println("Ctrl-C stops everything.");
        PidFile pidFile = Supervisor.pidFile(suite);
        pidFile.write(ProcessHandle.current());
        lock.close();
        new Supervisor(suite, console).watch(names);
        return 0;
    }
}
