package io.skyholm.agent.desired;

import static io.skyholm.agent.testing.DesiredThings.back;
import static io.skyholm.agent.testing.DesiredThings.gone;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static io.skyholm.agent.testing.DesiredThings.memory;
import static io.skyholm.agent.testing.DesiredThings.power;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.VmPower;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever of a machine's life a host is told again, it ends with the same machine and makes none that was removed. */
class ReplayedDesiredStatesTest {

    private static final DesiredVm FIRST = machine("web");
    private static final DesiredVm LARGER = memory(FIRST, 4);
    private static final DesiredVm STOPPED = power(LARGER, VmPower.STOPPED);
    private static final DesiredVm GONE = gone(STOPPED);
    private static final DesiredVm AGAIN = back(GONE);
    private static final DesiredVm ORPHAN = gone(AGAIN);

    /** It moves away and comes back; then its host is given up, and comes back with it. */
    private static final List<Told> LIFE = List.of(
            Told.desired(FIRST, Told.machine(FIRST, MachineState.RUNNING)),
            Told.desired(LARGER, Told.machine(LARGER, MachineState.RUNNING)),
            Told.desired(STOPPED, Told.machine(STOPPED, MachineState.STOPPED)),
            Told.desired(GONE, Told.nothing()),
            Told.tombstone(GONE, Told.nothing()),
            Told.desired(AGAIN, Told.machine(AGAIN, MachineState.RUNNING)),
            Told.tombstone(AGAIN, Told.machine(AGAIN, MachineState.RUNNING)),
            Told.desired(ORPHAN, Told.nothing()),
            Told.tombstone(ORPHAN, Told.nothing()));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    private final Path folder;

    ReplayedDesiredStatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void everySuffixOfALifeAgainEndsWithTheSameMachine() {
        try (ToldHost host = host("suffixes")) {
            for (int last = 0; last < LIFE.size(); last++) {
                host.hear(LIFE.get(last));
                for (int first = 0; first <= last; first++) {
                    host.hearAgain(LIFE.subList(first, last + 1));
                    host.becomes(LIFE.get(last));
                }
            }
            host.hasMadeNothingAgain();
        }
    }

    @Test
    void everyRecordAgainAfterEveryLaterOneEndsWithTheSameMachine() {
        each((again, last) -> {
            try (ToldHost host = host(again + " after " + last)) {
                host.hearAll(LIFE.subList(0, last + 1));
                host.hearAgain(List.of(LIFE.get(again)));
                host.becomes(LIFE.get(last));
                host.hearAll(LIFE.subList(last + 1, LIFE.size()));
                host.hasMadeNothingAgain();
            }
        });
    }

    @Test
    void anAgentThatWasStartedAnewInBetweenKnowsWhatItWasToldBefore() {
        each((again, last) -> {
            String name = again + " anew after " + last;
            try (ToldHost host = host(name)) {
                host.hearAll(LIFE.subList(0, last + 1));
            }
            List<Told> held = new ArrayList<>(LIFE.subList(0, last + 1));
            held.add(LIFE.get(again));
            try (ToldHost host = host(name)) {
                host.readsFirst(held);
                host.becomes(LIFE.get(last));
                host.hearAgain(List.of(LIFE.get(again)));
                host.becomes(LIFE.get(last));
                host.hearAll(LIFE.subList(last + 1, LIFE.size()));
                host.hasMadeNothingAgain();
            }
        });
    }

    @Test
    void aTopicThatLostItsEndBringsNothingBack() {
        each((kept, last) -> {
            String name = kept + " left of " + last;
            try (ToldHost host = host(name)) {
                host.hearAll(LIFE.subList(0, last + 1));
            }
            try (ToldHost host = host(name)) {
                host.readsFirst(LIFE.subList(0, kept + 1));
                host.becomes(LIFE.get(last));
                host.hasMadeNothingAgain();
            }
        });
    }

    @Test
    void aTombstoneOfAnEarlierPlatformTakesBackWhatWasWrittenBeforeIt() {
        try (ToldHost host = host("earlier")) {
            host.hear(LIFE.getFirst());
            host.hear(Told.tombstoneWithoutGeneration(FIRST, LIFE.getFirst().then()));
            host.hearAgain(List.of(LIFE.getFirst()));
            assertThat(host.desiredStates()).containsExactly(FIRST);
            host.hear(LIFE.get(1));
        }
    }

    @Test
    void aTombstoneOfAnEarlierPlatformLeavesWhatWasWrittenBehindIt() {
        List<Told> held = List.of(
                LIFE.getFirst(),
                Told.tombstoneWithoutGeneration(FIRST, LIFE.getFirst().then()),
                LIFE.get(5));
        try (ToldHost host = host("behind")) {
            host.hearAll(held);
        }
        try (ToldHost host = host("behind")) {
            host.readsFirst(held);
            assertThat(host.desiredStates()).containsExactly(AGAIN);
        }
    }

    @Test
    void whatWasRemovedAndIsFoundAgainIsRemovedAgainByTheSameDesiredState() {
        try (ToldHost host = host("found again")) {
            host.hearAll(LIFE.subList(0, 5));
            host.holdsAgain(STOPPED);
            host.hear(LIFE.get(3));
            host.hear(LIFE.get(4));
        }
    }

    private ToldHost host(String name) {
        return new ToldHost(folder.resolve(name), timer);
    }

    /** Every record and every one that is not before it. */
    private static void each(Pair work) {
        IntStream.range(0, LIFE.size())
                .forEach(last -> IntStream.rangeClosed(0, last).forEach(earlier -> work.with(earlier, last)));
    }

    /** Two places in a life. */
    @FunctionalInterface
    private interface Pair {

        void with(int earlier, int last);
    }
}
