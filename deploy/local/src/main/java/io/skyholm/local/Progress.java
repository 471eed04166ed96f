package io.skyholm.local;

import java.time.Duration;

/** Where the launcher tells how far it is. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void say(String part, String what) {}

        @Override
        public void done(String part, String what, Duration took) {}
    };

    /** Something a person may want to know while waiting. */
    void say(String part, String what);

    /** One thing is finished. */
    void done(String part, String what, Duration took);
}
