package io.skyholm.agent.pool.rbd;

import com.ceph.rados.exceptions.RadosException;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the cluster. Another one takes its place when the host is told another key or another place; one that does not come about leaves
 * the one before as it is, which may go on working for as long as Ceph lets it.
 */
final class CephLink implements AutoCloseable {

    /** By then an agent that was started has read where its host's disks are, if somebody has said it. */
    private static final Duration UNTIL_TOLD = Duration.ofMinutes(2);

    private final Duration patience;
    private final Beginning beginning;
    private final long begunAt = System.nanoTime();

    /** One connects after the other. */
    private final Object connecting = new Object();

    private volatile boolean isConnecting;
    private @Nullable Shared open;
    private @Nullable IOException failure;

    /** What is done with a connection before anybody else has it. */
    @FunctionalInterface
    interface Beginning {

        void with(CephConnection connection) throws IOException;
    }

    /** Something that is done with the cluster. */
    @FunctionalInterface
    interface Work<T> {

        T on(CephConnection ceph) throws IOException;
    }

    CephLink(Duration patience, Beginning beginning) {
        this.patience = patience;
        this.beginning = beginning;
    }

    /** Connects as it is told for a pool. Who works with the connection before is shut out by Ceph, and begins anew. */
    void connect(UUID pool, CephSettings settings) throws IOException {
        synchronized (connecting) {
            isConnecting = true;
            try {
                replace(new Shared(pool, settings, opened(settings)));
            } catch (IOException problem) {
                fail(problem);
                throw problem;
            } finally {
                isConnecting = false;
            }
        }
    }

    /** Connects once more as before; whoever is told otherwise meanwhile comes after it. */
    void renew() throws IOException {
        synchronized (connecting) {
            Shared before = current();
            if (before != null) {
                connect(before.pool, before.settings);
            }
        }
    }

    private synchronized @Nullable Shared current() {
        return open;
    }

    /** Forgets how to connect for a pool; another one's connection stays. */
    void disconnect(UUID pool) {
        synchronized (connecting) {
            if (isOf(pool)) {
                replace(null);
            }
        }
    }

    /** Whether it is connected for that pool. */
    synchronized boolean isOf(UUID pool) {
        return open != null && open.pool.equals(pool);
    }

    /** Whether it is connected for that pool as it is told. */
    synchronized boolean isConnected(UUID pool, CephSettings settings) {
        return isOf(pool) && open != null && open.settings.equals(settings);
    }

    /** The pool for which it is connected; null while it is not. */
    synchronized @Nullable UUID pool() {
        return open == null ? null : open.pool;
    }

    /** Whoever is shut out because the host connects anew has not failed. */
    <T> T with(Work<T> work) throws IOException {
        Shared used = taken();
        try {
            return work.on(used.connection);
        } catch (IOException problem) {
            if (CephErrors.code(problem) == CephErrors.SHUT_OUT && isReplaced(used)) {
                throw HypervisorProblem.notYet("The host connects to Ceph anew");
            }
            throw problem;
        } finally {
            used.leave();
        }
    }

    private synchronized boolean isReplaced(Shared used) {
        return isConnecting || open != used;
    }

    private synchronized Shared taken() throws IOException {
        if (open == null) {
            throw failure == null ? new RadosException("no key", noKey()) : failure;
        }
        open.take();
        return open;
    }

    /** What is told of disks and machines may be read before what lets their host in, and has not failed for that. */
    private int noKey() {
        return System.nanoTime() - begunAt < UNTIL_TOLD.toNanos() ? CephErrors.NO_KEY_YET : CephErrors.NO_KEY;
    }

    private synchronized void fail(IOException problem) {
        failure = problem;
    }

    private void replace(@Nullable Shared next) {
        Shared before = exchanged(next);
        if (before != null) {
            before.leave();
        }
    }

    private synchronized @Nullable Shared exchanged(@Nullable Shared next) {
        Shared before = open;
        open = next;
        failure = null;
        return before;
    }

    private CephConnection opened(CephSettings settings) throws IOException {
        CephConnection connection = CephConnection.open(settings, patience);
        try {
            beginning.with(connection);
            return connection;
        } catch (IOException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    @Override
    public void close() {
        replace(null);
    }

    /** A connection that is closed when nobody uses it any more: native code does not survive that it is closed under it. */
    private static final class Shared {

        private final UUID pool;
        private final CephSettings settings;
        private final CephConnection connection;

        /** The link is one of them. */
        private int users = 1;

        Shared(UUID pool, CephSettings settings, CephConnection connection) {
            this.pool = pool;
            this.settings = settings;
            this.connection = connection;
        }

        synchronized void take() {
            users++;
        }

        synchronized void leave() {
            users--;
            if (users == 0) {
                connection.close();
            }
        }
    }
}
