package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.nativecode.NativeThreads;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.LibvirtException;

/** How libvirt is asked: on threads that may be left behind, by a connection that is made anew when it was lost. */
final class LibvirtLink implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LibvirtSettings settings;
    private final NativeThreads threads = new NativeThreads("libvirt", "libvirt-");

    /** What a thread still works on, be it that nobody waits for it any more. */
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    private volatile Consumer<UUID> changes = machine -> {};
    private @Nullable FutureTask<LibvirtConnection> opening;
    private long begunAt;

    LibvirtLink(LibvirtSettings settings) {
        this.settings = settings;
    }

    /** Something that libvirt is asked. */
    @FunctionalInterface
    interface Work<T> {

        T with(LibvirtConnection connection) throws LibvirtException;
    }

    /** Something that is changed. */
    @FunctionalInterface
    interface Change {

        void with(LibvirtConnection connection) throws LibvirtException;
    }

    void listen(Consumer<UUID> listener) {
        changes = listener;
    }

    <T> T read(String otherwise, Work<T> work) {
        LibvirtConnection connection = connection(otherwise);
        try {
            return threads.call(() -> work.with(connection));
        } catch (LibvirtException failure) {
            if (!connection.isAlive()) {
                throw new HypervisorProblem(otherwise + ": libvirt does not answer any more", failure);
            }
            throw LibvirtErrors.problem(otherwise, failure);
        }
    }

    /** One change of a machine at a time: a thread that hangs goes on when it is answered, though nobody waits for it any more. */
    void change(UUID machine, String otherwise, Change change) {
        boolean done = read(otherwise, connection -> {
            if (!busy.add(machine)) {
                throw HypervisorProblem.notYet("Machine " + machine + " is being changed");
            }
            try {
                change.with(connection);
                return true;
            } finally {
                busy.remove(machine);
            }
        });
        assert done;
    }

    private LibvirtConnection connection(String otherwise) {
        try {
            return opening().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new HypervisorProblem(otherwise + ": libvirt does not answer", silent);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new HypervisorProblem(otherwise + ": libvirt has not answered yet", givenUp);
        } catch (ExecutionException failure) {
            throw switch (failure.getCause()) {
                case LibvirtException known -> LibvirtErrors.problem(otherwise, known);
                case LinkageError missing ->
                    new HypervisorProblem(otherwise + ": libvirt's library is not installed on this host", missing);
                case null, default -> new IllegalStateException(otherwise, failure);
            };
        }
    }

    /** The connection that is there or being made, which those who need one wait for together; what failed a moment ago is not begun anew. */
    private synchronized FutureTask<LibvirtConnection> opening() {
        FutureTask<LibvirtConnection> known = opening;
        if (known != null && (!known.isDone() || isAlive(known))) {
            return known;
        }
        if (known != null && known.state() == Future.State.FAILED && System.nanoTime() - begunAt < PAUSE.toNanos()) {
            return known;
        }
        FutureTask<LibvirtConnection> anew = new FutureTask<>(() -> opened(known));
        begunAt = System.nanoTime();
        threads.begin(anew);
        opening = anew;
        return anew;
    }

    private static boolean isAlive(FutureTask<LibvirtConnection> opened) {
        return opened.state() == Future.State.SUCCESS && opened.resultNow().isAlive();
    }

    /** What happened while there was no connection nobody has told. */
    private LibvirtConnection opened(@Nullable FutureTask<LibvirtConnection> lost) throws LibvirtException {
        LibvirtConnection connection = LibvirtConnection.open(settings.uri(), machine -> changes.accept(machine));
        if (lost != null) {
            closeIfOpened(lost);
            connection.domains().seen().forEach(domain -> changes.accept(domain.id()));
        }
        return connection;
    }

    /** What hangs keeps its connection. */
    @Override
    public void close() {
        boolean areFree = threads.end(settings.patience());
        FutureTask<LibvirtConnection> last = last();
        if (areFree && last != null) {
            closeIfOpened(last);
        }
    }

    private static void closeIfOpened(FutureTask<LibvirtConnection> opened) {
        if (opened.state() == Future.State.SUCCESS) {
            opened.resultNow().close();
        }
    }

    private synchronized @Nullable FutureTask<LibvirtConnection> last() {
        return opening;
    }
}
