package io.skyholm.local.command;

import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.terminal.Console;

/** Stops the suite when the launcher ends: by Ctrl-C, by ./skyholm down, or because a part would not start. */
final class ShutdownHook {
    private final Suite suite;
    private final Console console;
    private final Thread hook = new Thread(this::stop, "shutdown-hook");

    ShutdownHook(Suite suite, Console console) {
        this.suite = suite;
        this.console = console;
    }

    void onExit() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether that was in time: once the end has begun, it is not. */
    boolean cancel() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    private void stop() {
        System.out.println();
        // It was all up and is left by its watcher: only then it is known what a faster start needs. "down" decides for
        // itself.
        boolean inCharge = Supervisor.pidFile(suite).names(ProcessHandle.current());
        suite.close(console);
        Supervisor.pidFile(suite).delete();
        if (inCharge) {
            Assemble.inBackground(suite.site());
        }
    }
}
