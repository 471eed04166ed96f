package io.skyholm.local.suite;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.part.Catalogue;
import io.skyholm.local.part.Part;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** One more process of a part beside the suite's own, on a port of its own: it shares the database's and Kafka's work with it. */
public final class Replica implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(40);

    private final ProcessHandle process;

    private Replica(ProcessHandle process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "replica"));
    }

    /**
     * Starts it and returns when it is ready; one that does not come up is ended.
     *
     * @param name what its log is called
     * @param variables environment variables that differ from those of the suite's own process
     */
    public static Replica start(Suite suite, String part, String name, Map<String, String> variables) {
        Site site =
                suite.site().with(suite.site().ports().with(part, Ports.free().of(part)));
        Part another = Objects.requireNonNull(Catalogue.at(site).get(part), part);
        Launch usual = another.launch(AotMode.USE);
        Map<String, String> environment = new HashMap<>(usual.environment());
        environment.putAll(variables);
        Path log = site.data().log(name);
        long logBegin = log.toFile().length();
        Replica replica = new Replica(Background.start(new Launch(usual.command(), environment, usual.folder()), log));
        if (!replica.comesUp(another)) {
            replica.close();
            throw new LaunchProblem(
                    name + " did not come up; the end of its log:" + System.lineSeparator() + LogTail.of(log, logBegin),
                    "the whole log is " + log);
        }
        return replica;
    }

    private boolean comesUp(Part part) {
        return BoundedWait.waitUntil(() -> !process.isAlive() || part.isReady(), part.startTimeout())
                && process.isAlive();
    }

    public ProcessHandle process() {
        return process;
    }

    /** Ends it at once, as a crash would. */
    @Override
    public void close() {
        Signal.KILL.send(process);
        BoundedWait.waitUntil(() -> !process.isAlive(), END);
    }
}
