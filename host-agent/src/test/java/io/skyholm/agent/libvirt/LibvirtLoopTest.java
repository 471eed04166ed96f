package io.skyholm.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.act.HostLoop;
import io.skyholm.agent.act.Workers;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.agent.testing.Unsealed;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingState;
import io.skyholm.local.BoundedWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The agent's loop with real machines: nobody looks around, and what happens by itself is noticed all the same. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class LibvirtLoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RealLibvirt libvirt = RealLibvirt.one();
    private final List<Observation> told = new CopyOnWriteArrayList<>();

    @Test
    void aGuestThatIsKilledIsToldOfAndStartedAtOnceAndRemovedForGood(@TempDir Path folder) {
        DesiredVm desired = DesiredThings.machine("looked-after");
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (LibvirtHypervisor hypervisor = new LibvirtHypervisor(
                        libvirt.settings(folder.resolve("consoles")),
                        new HostSize(8, 32, 500, 0, null),
                        disk -> Optional.empty());
                Workers workers = new Workers(4, timer, Duration.ofMinutes(2))) {
            HostLoop loop = new HostLoop(
                    Unsealed.drivers(hypervisor, folder.resolve("disks")).all(), workers, told::add);
            loop.desire(desired);
            settled(1, ThingState.RUNNING);
            String before = libvirt.qemu(desired.id()).orElseThrow();
            RealLibvirt.signal("KILL", before);
            settled(2, ThingState.RUNNING);
            assertThat(told).extracting(Observation::state).contains(ThingState.CHANGING);
            assertThat(libvirt.qemu(desired.id())).get().isNotEqualTo(before);

            told.clear();
            loop.desire(DesiredThings.gone(desired));
            settled(1, ThingState.ABSENT);
            assertThat(libvirt.qemu(desired.id())).isEmpty();
            assertThat(loop.inventory()).singleElement().returns(ThingState.ABSENT, Observation::state);
        } finally {
            assertThat(timer.shutdownNow()).isNotNull();
        }
    }

    private void settled(int times, ThingState state) {
        assertThat(BoundedWait.waitUntil(
                        () -> told.stream()
                                        .filter(one -> one.settled() && one.state() == state)
                                        .count()
                                >= times,
                        PATIENCE))
                .as("told so far: %s", told)
                .isTrue();
    }
}
