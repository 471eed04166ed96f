package io.skyholm.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.agent.testing.Repeated;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Steps whose libvirt or QEMU is killed or hangs in their midst: what is tried again ends as it was desired, and runs once. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class KilledLibvirtTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LATEST_MILLIS = 400;

    private final RealLibvirt libvirt = RealLibvirt.one();
    private final DesiredVm desired = DesiredThings.machine("killed");
    private final LibvirtHypervisor hypervisor;

    KilledLibvirtTest(@TempDir Path folder) {
        this.hypervisor = new LibvirtHypervisor(
                libvirt.settings(folder.resolve("consoles")),
                new HostSize(8, 32, 500, 0, null),
                disk -> Optional.empty());
    }

    @AfterEach
    void removeAll() {
        libvirt.awaitAnswer();
        Repeated.untilItWorks(
                () -> hypervisor.machines().stream().map(Machine::id).forEach(hypervisor::remove));
        hypervisor.close();
    }

    @Test
    void eachStepEndsAsItWasDesiredThoughLibvirtIsKilledMeanwhile() throws IOException {
        whileKilled(() -> hypervisor.define(desired));
        assertThat(state()).isEqualTo(MachineState.STOPPED);
        whileKilled(() -> hypervisor.start(desired));
        runs(MachineState.RUNNING);
        whileKilled(() -> hypervisor.suspend(desired));
        runs(MachineState.SUSPENDED);
        whileKilled(() -> hypervisor.resume(desired));
        runs(MachineState.RUNNING);
        DesiredVm restarted = DesiredThings.restarted(desired);
        whileKilled(() -> {
            if (seen().restarts() < restarted.restarts()) {
                hypervisor.stop(restarted);
            }
            hypervisor.start(restarted);
        });
        assertThat(seen().restarts()).isEqualTo(1);
        runs(MachineState.RUNNING);
        whileKilled(() -> hypervisor.stop(desired));
        assertThat(state()).isEqualTo(MachineState.STOPPED);
        assertThat(libvirt.qemu(desired.id())).isEmpty();
        hypervisor.start(desired);
        whileKilled(() -> hypervisor.remove(desired.id()));
        assertThat(hypervisor.machines()).isEmpty();
        assertThat(libvirt.qemu(desired.id())).isEmpty();
    }

    @Test
    void eachStepEndsThoughItsGuestIsKilledMeanwhile() {
        hypervisor.define(desired);
        hypervisor.start(desired);
        killGuest();
        hypervisor.start(desired);
        runs(MachineState.RUNNING);
        CompletableFuture<Void> stopping =
                CompletableFuture.runAsync(() -> Repeated.untilItWorks(() -> hypervisor.stop(desired)));
        killGuest();
        stopping.join();
        assertThat(state()).isEqualTo(MachineState.STOPPED);
        hypervisor.start(desired);
        hypervisor.suspend(desired);
        killGuest();
        assertThatThrownBy(() -> hypervisor.resume(desired)).hasMessageContaining("only when it is SUSPENDED");
        hypervisor.start(desired);
        CompletableFuture<Void> removing =
                CompletableFuture.runAsync(() -> Repeated.untilItWorks(() -> hypervisor.remove(desired.id())));
        libvirt.qemu(desired.id()).ifPresent(KilledLibvirtTest::killUnlessGone);
        removing.join();
        assertThat(hypervisor.machines()).isEmpty();
    }

    @Test
    void aLibvirtThatHangsIsSaidToAndHoldsUpNothingElse() throws IOException {
        DesiredPort port = DesiredThings.port();
        hypervisor.define(desired);
        hypervisor.start(desired);
        String daemon = libvirt.daemon();
        RealLibvirt.signal("STOP", daemon);
        try {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> hypervisor.stop(desired))
                    .isInstanceOf(HypervisorProblem.class)
                    .hasMessageContaining("libvirt does not answer");
            assertThatThrownBy(hypervisor::machines).hasMessageContaining("libvirt does not answer");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            assertThat(hypervisor.load().critical()).isTrue();
            hypervisor.plug(port);
            assertThat(hypervisor.port(port.id())).isPresent();
        } finally {
            RealLibvirt.signal("CONT", daemon);
        }
        Repeated.untilItWorks(() ->
                assertThat(hypervisor.machines()).extracting(Machine::state).hasSize(1));
        hypervisor.unplug(port.id());
        assertThat(hypervisor.load().critical()).isFalse();
        hypervisor.stop(desired);
        assertThat(state()).isEqualTo(MachineState.STOPPED);
    }

    /** Makes the step until it works, as the agent does, and kills the daemon at some moment of it. */
    private void whileKilled(Runnable step) throws IOException {
        String daemon = libvirt.daemon();
        CompletableFuture<Void> killed = CompletableFuture.runAsync(
                () -> kill(daemon),
                CompletableFuture.delayedExecutor(
                        ThreadLocalRandom.current().nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS));
        Repeated.untilItWorks(step);
        killed.join();
        libvirt.awaitAnswer();
        Repeated.untilItWorks(step);
    }

    private void runs(MachineState state) {
        assertThat(state()).isEqualTo(state);
        assertThat(libvirt.qemu(desired.id())).isPresent();
    }

    private Machine seen() {
        return hypervisor.machine(desired.id()).orElseThrow();
    }

    private MachineState state() {
        return seen().state();
    }

    private void killGuest() {
        kill(libvirt.qemu(desired.id()).orElseThrow());
        assertThat(BoundedWait.waitUntil(() -> state() == MachineState.STOPPED, PATIENCE))
                .isTrue();
    }

    /** It may be removed between two looks. */
    private static void killUnlessGone(String process) {
        ProcessHandle.of(Long.parseLong(process)).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void kill(String process) {
        RealLibvirt.signal("KILL", process);
    }
}
