package io.skyholm.agent.console;

import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.ConsoleLimits;
import io.skyholm.events.host.ConsoleRequest;
import io.skyholm.events.host.DesiredConsole;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what is wanted of the consoles of a host's machines. Each request has a thread of its own, so that none holds up another, nor
 * anything that the host does; one that is not wanted any more is ended.
 */
public final class HostConsoles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostConsoles.class);

    /** So many logs are read and sent at the same time; the others wait, as long as somebody waits for them. */
    private static final int AT_ONCE = 8;

    private static final int TRIES = 2;

    /** By so much the clocks of host and platform may differ. */
    private static final Duration DIFFERENCE = Duration.ofMinutes(1);

    private final Hypervisor hypervisor;
    private final ConsoleClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<UUID, Map<UUID, Future<?>>> answering = new HashMap<>();

    public HostConsoles(Hypervisor hypervisor, ConsoleClient client) {
        this.hypervisor = hypervisor;
        this.client = client;
    }

    /** Begins with what is newly wanted, and ends what is wanted no more. */
    public synchronized void desired(DesiredConsole console) {
        Map<UUID, Future<?>> known = answering.computeIfAbsent(console.id(), machine -> new HashMap<>());
        Set<UUID> wanted = console.requests().stream().map(ConsoleRequest::id).collect(Collectors.toSet());
        known.entrySet().removeIf(one -> {
            boolean isOver = !wanted.contains(one.getKey());
            if (isOver) {
                one.getValue().cancel(true);
            }
            return isOver;
        });
        console.requests().stream()
                .filter(this::isStillWanted)
                .filter(request -> !known.containsKey(request.id()))
                .forEach(request -> begin(console.id(), request, known));
        if (known.isEmpty()) {
            answering.remove(console.id());
        }
    }

    /** Nothing is wanted of that machine's console any more. */
    public void withdrawn(UUID machine) {
        desired(new DesiredConsole(machine, 0, List.of()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** An agent that was started anew reads what was wanted while it was away. */
    private boolean isStillWanted(ConsoleRequest request) {
        return request.until().plus(DIFFERENCE).isAfter(client.now());
    }

    private void begin(UUID machine, ConsoleRequest request, Map<UUID, Future<?>> known) {
        try {
            known.put(request.id(), threads.submit(() -> answer(machine, request)));
        } catch (RejectedExecutionException closed) {
            // The next agent of this host reads what is still wanted.
            return;
        }
    }

    private void answer(UUID machine, ConsoleRequest request) {
        try {
            switch (request.use()) {
                case LOG -> inPlace(() -> tellLog(machine, request.id()));
                case SERIAL -> new LineSession(hypervisor, client, machine).last(request.id());
            }
        } catch (ConsoleProblem untold) {
            LOG.warn("{}", untold.getMessage(), untold.getCause());
        } catch (InterruptedException notWantedAnyMore) {
            Thread.currentThread().interrupt();
        }
    }

    private void inPlace(Runnable work) throws InterruptedException {
        places.acquire();
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    private void tellLog(UUID machine, UUID request) {
        try {
            byte[] log = hypervisor.consoleLog(machine, ConsoleLimits.LOG_BYTES);
            persist(() -> client.tell(request, log));
        } catch (HypervisorProblem unreadable) {
            persist(() -> client.fail(request, String.valueOf(unreadable.getMessage())));
        }
    }

    /** Once more where the line broke: somebody waits, and for no longer than a few seconds. */
    private static void persist(Runnable telling) {
        for (int attempt = 1; ; attempt++) {
            try {
                telling.run();
                return;
            } catch (ConsoleProblem untold) {
                if (attempt == TRIES || Thread.currentThread().isInterrupted()) {
                    throw untold;
                }
            }
        }
    }
}
