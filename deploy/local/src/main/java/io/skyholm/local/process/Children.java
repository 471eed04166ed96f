package io.skyholm.local.process;

import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Processes that do not outlive this one: when it is asked to end, so are they. */
public final class Children {
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    /** With what is asked to end where that is more than the process itself. */
    private static final Map<Process, Reach> LIVING = new ConcurrentHashMap<>();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Children::end, "children"));
        } catch (IllegalStateException ending) {
            // Then each is ended as soon as it is started.
        }
    }

    private enum Reach {
        ITSELF,
        WITH_DESCENDANTS
    }

    private Children() {}

    /** Starts one that leaves what it started itself to its own end, as a suite does under test. */
    public static Process start(ProcessBuilder builder) throws IOException {
        return start(builder, Reach.ITSELF);
    }

    /** Starts one that ends together with all that it started. */
    static Process startTree(ProcessBuilder builder) throws IOException {
        return start(builder, Reach.WITH_DESCENDANTS);
    }

    private static Process start(ProcessBuilder builder, Reach reach) throws IOException {
        Process process = builder.start();
        LIVING.keySet().removeIf(former -> !former.isAlive());
        LIVING.put(process, reach);
        // Whoever comes after the hook has looked must not be missed.
        if (Shutdown.hasBegun()) {
            ask(process, reach);
        }
        return process;
    }

    private static void end() {
        LIVING.forEach(Children::ask);
        BoundedWait.waitUntil(() -> LIVING.keySet().stream().noneMatch(Process::isAlive), FAREWELL);
    }

    /** Descendants are listed first: those of a process that is gone are nobody's. */
    private static void ask(Process process, Reach reach) {
        Stream<ProcessHandle> all = reach == Reach.ITSELF
                ? Stream.of(process.toHandle())
                : Stream.concat(process.descendants(), Stream.of(process.toHandle()));
        all.toList().forEach(Signal.TERM::send);
    }
}
