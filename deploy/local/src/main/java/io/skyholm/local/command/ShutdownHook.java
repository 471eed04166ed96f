package io.skyholm.local.command;

import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.terminal.Console;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops the suite when the launcher ends: by Ctrl-C, by ./skyholm down, or because a part would not start. */
final class ShutdownHook {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private final Suite suite;
    private final Console console;
    private volatile boolean up;
    private final Thread hook = new Thread(this::stop, "shutdown-hook");

    ShutdownHook(Suite suite, Console console) {
        this.suite = suite;
        this.console = console;
    }

    void onExit() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Everything was up: only then it is known what a faster start needs, and nobody is about to try again. */
    void afterSuccess() {
        up = true;
    }

    /** Does nothing once the end has begun. */
    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            SAID.set(true);
        }
    }

    /** Whether the end has begun: what fails from then on fails because of it, and is not worth a word. */
    static boolean isSaid() {
        return SAID.get();
    }

    private void stop() {
        SAID.set(true);
        System.out.println();
        suite.close(console);
        Supervisor.pidFile(suite).delete();
        if (up) {
            Assemble.inBackground(suite.site());
        }
    }
}
