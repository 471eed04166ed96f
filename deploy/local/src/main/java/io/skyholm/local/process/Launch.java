package io.skyholm.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a process is started: what to run, with which environment on top of ours, and in which folder. */
public record Launch(List<String> command, Map<String, String> environment, Path folder) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same, run again so often when it was ended by KILL: by whoever wants memory, or by mistake. Any other end is meant. */
    public Launch againWhenKilled(int times) {
        String script =
                "for i in $(seq 0 " + times + "); do \"$@\"; code=$?; [ $code -eq 137 ] || exit $code; sleep 1; done;"
                        + " echo \"killed more than " + times + " times, and not started again\"; exit 137";
        List<String> whole = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        whole.addAll(command);
        return new Launch(whole, environment, folder);
    }

    /** The same, but with the processor time that nobody else wants; nice becomes the command, so the pid stays. */
    public Launch behindOthers() {
        List<String> whole = new ArrayList<>();
        if (Command.isInstalled("nice")) {
            whole.addAll(List.of("nice", "-n", "19"));
        }
        whole.addAll(command);
        return new Launch(whole, environment, folder);
    }
}
