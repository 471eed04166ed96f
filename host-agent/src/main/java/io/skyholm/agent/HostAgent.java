package io.skyholm.agent;

import io.skyholm.agent.act.HostLoop;
import io.skyholm.agent.act.Workers;
import io.skyholm.agent.console.ConsoleClient;
import io.skyholm.agent.console.HostConsoles;
import io.skyholm.agent.desired.DesiredStateListener;
import io.skyholm.agent.hypervisor.HostLoad;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.join.Membership;
import io.skyholm.agent.report.Reporter;
import io.skyholm.agent.report.Reports;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredConsole;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.ThingKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One host that is a member: reads what is desired of it, does it, and reports what it is. */
final class HostAgent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostAgent.class);

    static final String VERSION = version();
    private static final int STEPS_AT_ONCE = 32;
    private static final Duration LONGEST_STEP = Duration.ofMinutes(2);

    private final Membership membership;
    private final Hypervisor hypervisor;
    private final ScheduledExecutorService timer;
    private final Reporter reporter;
    private final Workers workers;
    private final HostLoop loop;
    private final ControlPlaneLink link;
    private final HostConsoles consoles;
    private final List<Future<?>> rounds = new ArrayList<>();
    private boolean speaking;
    private boolean closed;
    private volatile @Nullable String blocked;

    /** What a host says: reports of what it holds, and answers to who waits for a console. */
    record Outbound(Reports reports, ConsoleClient consoles) {}

    /** The timer may be shared by many hosts. */
    HostAgent(
            Membership membership,
            HostDrivers drivers,
            Outbound outbound,
            ControlPlaneLink link,
            ScheduledExecutorService timer) {
        this.membership = membership;
        this.hypervisor = drivers.equipment().hypervisor();
        this.timer = timer;
        this.reporter = new Reporter(membership.machineId(), outbound.reports(), Clock.systemUTC());
        this.workers = new Workers(STEPS_AT_ONCE, timer, LONGEST_STEP);
        this.loop = new HostLoop(drivers.all(), workers, reporter::changed);
        this.link = link;
        this.consoles = new HostConsoles(hypervisor, outbound.consoles());
    }

    /** Works until it is closed; fails when Kafka will not have it. */
    void work() {
        link.read(new Listener());
    }

    /** What is under way is left as it is; the next agent of this host goes on. */
    @Override
    public void close() {
        endRounds();
        workers.close();
        consoles.close();
        link.close();
    }

    /** Also a host that can act on nothing is not lost: what runs on it goes on. */
    private synchronized void beginHeartbeats() {
        if (!closed && !speaking) {
            speaking = true;
            rounds.add(every(membership.heartbeatSeconds(), () -> reporter.alive(VERSION, load())));
        }
    }

    /** From the moment on from which all desired states are known; before that, an inventory would tell of things as unmanaged. */
    private synchronized void beginInventories() {
        if (!closed) {
            rounds.add(every(membership.inventorySeconds(), this::lookAround));
        }
    }

    /** An inventory says what is not there as well, so there is none while a part of the host is silent. */
    private void lookAround() {
        loop.lookAround();
        try {
            reporter.inventory(loop.inventory());
        } catch (HypervisorProblem silent) {
            LOG.warn("There is no inventory: {}", silent.getMessage());
        }
    }

    private HostLoad load() {
        String reason = blocked;
        HostLoad load = hypervisor.load();
        return reason == null ? load : load.withProblem("It acts on no new desired state: " + reason);
    }

    private synchronized void endRounds() {
        closed = true;
        rounds.forEach(round -> round.cancel(false));
    }

    /**
     * At once, and then at a moment of its own in every round: hosts that come together do not speak together for ever. It
     * waits for no step, since a silent host counts as lost; a round that has not ended when the next one begins is that one.
     */
    private Future<?> every(int seconds, Runnable work) {
        Semaphore one = new Semaphore(1);
        Runnable round = () -> {
            if (one.tryAcquire()) {
                workers.atOnce(() -> {
                    try {
                        work.run();
                    } finally {
                        one.release();
                    }
                });
            }
        };
        round.run();
        long length = TimeUnit.SECONDS.toMillis(seconds);
        long moment = ThreadLocalRandom.current().nextLong(length);
        return timer.scheduleAtFixedRate(round, moment, length, TimeUnit.MILLISECONDS);
    }

    private static String version() {
        String version = HostAgent.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    /** What is read goes straight to work. */
    private final class Listener implements DesiredStateListener {

        @Override
        public Optional<DesiredState> read(ThingKey key, String text) {
            return isConsole(key) ? Optional.of(EventJson.read(text, DesiredConsole.class)) : loop.read(key, text);
        }

        @Override
        public void desired(DesiredState desired) {
            if (desired instanceof DesiredConsole console) {
                consoles.desired(console);
            } else {
                loop.desire(desired);
            }
        }

        @Override
        public void withdrawn(ThingKey key) {
            if (isConsole(key)) {
                consoles.withdrawn(key.id());
            } else {
                loop.withdraw(key);
            }
        }

        @Override
        public void isCurrent() {
            beginHeartbeats();
            beginInventories();
        }

        @Override
        public void blocked(@Nullable String reason) {
            blocked = reason;
            beginHeartbeats();
        }

        private static boolean isConsole(ThingKey key) {
            return key.kind().equals(DesiredConsole.KIND);
        }
    }
}
