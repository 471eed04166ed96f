package io.skyholm.local.terminal;

import io.skyholm.local.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person how far the launcher is: one line per part. */
public final class Console implements Progress {
    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    @Override
    public void say(String part, String what) {
        out.printf(Locale.ROOT, "  %-10s %7s   %s%n", part, "", what);
    }

    @Override
    public void done(String part, String what, Duration took) {
        out.printf(Locale.ROOT, "  %-10s %5.1f s   %s%n", part, took.toMillis() / 1000.0, what);
    }
}
