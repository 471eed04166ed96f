package io.skyholm.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a process is started: what to run, with which environment on top of ours, and in which folder. */
public record Launch(List<String> command, Map<String, String> environment, Path folder) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
