package io.skyholm.system.suite;

import io.skyholm.local.Progress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Writes what the supervisor does into the log of the tests. */
final class LoggedProgress implements Progress {

    private static final Logger LOG = System.getLogger("supervisor");

    @Override
    public void say(String part, String what) {
        LOG.log(Level.INFO, "{0}: {1}", part, what);
    }

    @Override
    public void done(String part, String what, Duration took) {
        say(part, what + " after " + took.toMillis() + " ms");
    }
}
