package io.skyholm.agent.pool.rbd;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The connection to the cluster, which is made when it is needed and, where that fails, not again for a moment. */
final class CephLink implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final CephSettings settings;
    private final Beginning beginning;
    private @Nullable CephConnection connection;
    private @Nullable IOException failure;
    private long failedAt;

    /** What is done with a connection before anybody else has it. */
    @FunctionalInterface
    interface Beginning {

        void with(CephConnection connection) throws IOException;
    }

    CephLink(CephSettings settings, Beginning beginning) {
        this.settings = settings;
        this.beginning = beginning;
    }

    /** Those who wait for it together fail together. */
    synchronized CephConnection connection() throws IOException {
        CephConnection open = connection;
        if (open != null) {
            return open;
        }
        IOException before = failure;
        if (before != null && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            throw before;
        }
        try {
            open = opened();
            connection = open;
            failure = null;
            return open;
        } catch (IOException problem) {
            failure = problem;
            failedAt = System.nanoTime();
            throw problem;
        }
    }

    private CephConnection opened() throws IOException {
        CephConnection open = CephConnection.open(settings);
        try {
            beginning.with(open);
            return open;
        } catch (IOException | RuntimeException problem) {
            open.close();
            throw problem;
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
