package io.skyholm.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a process is asked to end. */
public enum Signal {
    /** The usual request. */
    TERM,
    /** PostgreSQL's fast shutdown: TERM would wait until every client has gone. */
    INT,
    /** No request: the end. */
    KILL;

    public void send(ProcessHandle process) {
        switch (this) {
            case TERM -> process.destroy();
            case KILL -> process.destroyForcibly();
            case INT ->
                Command.runWhileEnding(
                        new Launch(List.of("sh", "-c", "kill -INT " + process.pid()), Map.of(), Path.of("/")));
        }
    }
}
