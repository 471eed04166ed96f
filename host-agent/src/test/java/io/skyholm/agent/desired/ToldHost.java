package io.skyholm.agent.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.act.HostLoop;
import io.skyholm.agent.act.Workers;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.Unsealed;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A simulated host with its topic and what it remembers in a folder, without Kafka between. */
final class ToldHost implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);
    private static final HostSize SIZE = new HostSize(8, 32, 500, 0, null);

    private final SimulatedHypervisor hypervisor;
    private final Workers workers;
    private final HostLoop loop;
    private final DesiredStateTopic topic;
    private final List<DesiredState> desiredStates = new ArrayList<>();
    private final BlockingQueue<Observation> changes = new LinkedBlockingQueue<>();
    private long offset;

    ToldHost(Path folder, ScheduledExecutorService timer) {
        this.hypervisor = new SimulatedHypervisor(SIZE, FaultInjection.none(), folder.resolve("hypervisor.jsonl"));
        this.workers = new Workers(2, timer, LONGEST_STEP);
        this.loop = new HostLoop(
                Unsealed.drivers(hypervisor, folder.resolve("disks.jsonl")).all(), workers, changes::add);
        this.topic =
                new DesiredStateTopic("topic", SeenGenerations.keptIn(folder.resolve("generations")), new Listener());
    }

    /** Its topic holds these already when it starts to read. */
    void readsFirst(List<Told> held) {
        topic.holdsAlready(held.size());
        held.forEach(this::take);
        topic.deliver(offset);
    }

    /** Hears one after the other, and does each. */
    void hearAll(List<Told> told) {
        told.forEach(this::hear);
    }

    void hear(Told told) {
        take(told);
        topic.deliver(offset);
        becomes(told);
    }

    /** Hears what it has heard before; it may be that it does nothing. */
    void hearAgain(List<Told> told) {
        told.forEach(one -> {
            take(one);
            topic.deliver(offset);
        });
    }

    /** It comes to hold exactly that. */
    void becomes(Told last) {
        boolean hasChanged = true;
        while (hasChanged && !last.isDone(held())) {
            hasChanged = nextChange();
        }
        assertThat(hasChanged)
                .as("%s is not done, the host has %s", last, held())
                .isTrue();
    }

    /** It holds a machine that it had removed, as a disk does that was set back. */
    void holdsAgain(DesiredVm desired) {
        hypervisor.define(desired);
    }

    /** Each desired state that it acted on was newer than the one before. */
    void hasMadeNothingAgain() {
        assertThat(desiredStates.stream().filter(DesiredState::present).map(DesiredState::generation))
                .isSorted()
                .doesNotHaveDuplicates();
        for (int later = 1; later < desiredStates.size(); later++) {
            assertThat(desiredStates.get(later).generation())
                    .isGreaterThanOrEqualTo(desiredStates.get(later - 1).generation());
        }
    }

    List<DesiredState> desiredStates() {
        return desiredStates;
    }

    @Override
    public void close() {
        workers.close();
    }

    private void take(Told told) {
        topic.take(told.at(offset));
        offset++;
    }

    private boolean nextChange() {
        try {
            return changes.poll(SOON.toSeconds(), TimeUnit.SECONDS) != null;
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private Optional<Machine> held() {
        return hypervisor.machines().stream().findFirst();
    }

    /** Hands on to the loop, as an agent does. */
    private final class Listener implements DesiredStateListener {

        @Override
        public Optional<DesiredState> read(ThingKey key, String text) {
            return loop.read(key, text);
        }

        @Override
        public void desired(DesiredState desired) {
            desiredStates.add(desired);
            loop.desire(desired);
        }

        @Override
        public void withdrawn(ThingKey key) {
            loop.withdraw(key);
        }

        @Override
        public void isCurrent() {}

        @Override
        public void blocked(@Nullable String reason) {}
    }
}
