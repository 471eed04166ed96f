package io.skyholm.local.suite;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.PortHolder;
import io.skyholm.local.home.Ports;
import io.skyholm.local.part.Part;
import java.util.Optional;

/** Finds out before a start whether a port is taken, because a part itself would tell less clearly. */
record PortCheck(Ports ports) {

    void requireFree(Part part) {
        for (String name : part.ports()) {
            int port = ports.of(name);
            if (PortHolder.isTaken(port)) {
                throw taken(name, port, PortHolder.of(port).map(PortCheck::describe));
            }
        }
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
