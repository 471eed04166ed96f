package io.skyholm.local.suite;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.PortHolder;
import io.skyholm.local.home.Ports;
import io.skyholm.local.part.Part;
import java.time.Duration;
import java.util.Optional;

/** Finds out before a start whether a port is taken, because a part itself would tell less clearly. */
record PortCheck(Ports ports) {

    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    void requireFree(Part part) {
        for (String name : part.ports()) {
            int port = ports.of(name);
            if (!isFreeSoon(port)) {
                throw taken(name, port, PortHolder.of(port).map(PortCheck::describe));
            }
        }
    }

    /** Whoever was killed a moment ago may still hold it: its memory goes first, and then its sockets. */
    static boolean isFreeSoon(int port) {
        return BoundedWait.waitUntil(() -> !PortHolder.isTaken(port), LONGEST_END);
    }

    static LaunchProblem taken(String name, int port, Optional<String> holder) {
        return new LaunchProblem(
                "port " + port + ", which " + name.replace('_', ' ') + " needs, is taken by "
                        + holder.orElse("a process of another user"),
                "end that process, or choose another port: " + Ports.variable(name) + "=" + (port + 1)
                        + " ./skyholm up");
    }

    private static String describe(ProcessHandle process) {
        String command =
                process.info().commandLine().or(() -> process.info().command()).orElse("?");
        return "process " + process.pid() + " (" + (command.length() > 80 ? command.substring(0, 80) + "..." : command)
                + ")";
    }
}
