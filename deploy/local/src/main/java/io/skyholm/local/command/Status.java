package io.skyholm.local.command;

import io.skyholm.local.process.Footprint;
import io.skyholm.local.suite.RunningPart;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.SuiteLock;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.suite.TrainingRun;
import io.skyholm.local.terminal.RelayTable;
import io.skyholm.local.terminal.RetentionTable;
import io.skyholm.local.terminal.SuiteFootprint;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells what runs and how it is. */
@Command(
        name = "status",
        description =
                "Show pid, port, health and memory of each part, how far the relay is, and how much each service keeps.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:every part is ready", "3:nothing runs", "4:some parts are not ready"})
final class Status implements Callable<Integer> {
    private static final int NOTHING_RUNS = 3;
    private static final int NOT_READY = 4;

    @Override
    public Integer call() {
        Suite suite = DefaultSuite.suite();
        row("PART", "PID", "PORT", "HEALTH", "MiB PSS");
        long ready = suite.names().stream()
                .map(suite::part)
                .filter(part -> show(suite, part))
                .count();
        Supervisor.pidFile(suite)
                .living()
                .ifPresent(process ->
                        row("supervisor", process.pid(), "", "ready", memory(Footprint.withoutChildren(process))));
        row("", "", "", "", memory(new SuiteFootprint(suite).total()));
        new TrainingRun(suite.site())
                .pidFile()
                .living()
                .ifPresent(process -> System.out.printf(
                        Locale.ROOT,
                        "  A second suite makes caches for faster starts: process %d, %s MiB. ./skyholm down ends it.%n",
                        process.pid(),
                        memory(Footprint.of(process))));
        Optional<ProcessHandle> starter = SuiteLock.starter(suite.site().data());
        starter.ifPresent(process -> System.out.println("  Being started by process " + process.pid() + "."));
        if (suite.running().isEmpty()) {
            return starter.isPresent() ? NOT_READY : NOTHING_RUNS;
        }
        RelayTable.show(suite.site());
        RetentionTable.show(suite.site());
        return ready == suite.names().size() ? 0 : NOT_READY;
    }

    private static boolean show(Suite suite, RunningPart part) {
        Optional<ProcessHandle> process = part.process();
        Object port = part.part().ports().isEmpty() ? "-" : suite.site().ports().of(part.name());
        if (process.isEmpty()) {
            row(part.name(), "-", port, "down", "-");
            return false;
        }
        boolean ready = part.part().isReady();
        String health = ready ? "ready" : "not ready";
        row(part.name(), process.get().pid(), port, health, memory(Footprint.of(process.get())));
        return ready;
    }

    private static String memory(Footprint cost) {
        return Long.toString(cost.memoryMiB());
    }

    private static void row(Object... columns) {
        System.out.printf(Locale.ROOT, "  %-12s %8s %6s  %-10s %8s%n", columns);
    }
}
