package io.skyholm.agent.hypervisor;

import static io.skyholm.agent.testing.DesiredThings.attachment;
import static io.skyholm.agent.testing.DesiredThings.gone;
import static io.skyholm.agent.testing.DesiredThings.inDrive;
import static io.skyholm.agent.testing.DesiredThings.limited;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static io.skyholm.agent.testing.DesiredThings.memory;
import static io.skyholm.agent.testing.DesiredThings.plugged;
import static io.skyholm.agent.testing.DesiredThings.port;
import static io.skyholm.agent.testing.DesiredThings.rebuilt;
import static io.skyholm.agent.testing.DesiredThings.restarted;
import static io.skyholm.agent.testing.DesiredThings.storage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.events.host.VmPower;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every hypervisor has to hold, whatever it is made of. */
public abstract class HypervisorContract {

    private static final String SECRET = "told-in-confidence";

    private final DesiredVm desired = machine("contract");

    /** The one under test, with nothing on it. */
    protected abstract Hypervisor hypervisor();

    /** The same after the agent was started anew. */
    protected abstract Hypervisor startedAnew();

    /** The folder in which all is that the agent keeps of it on the host. */
    protected abstract Path kept();

    /** Ends a machine without that the hypervisor was asked to. */
    protected abstract void crash(UUID machine) throws Exception;

    @Test
    void aMachineThatEndsByItselfIsToldOfAtOnceAndStartsAgain() throws Exception {
        BlockingQueue<UUID> told = new LinkedBlockingQueue<>();
        hypervisor().define(desired);
        hypervisor().start(desired);
        hypervisor().listen(told::add);
        crash(desired.id());
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(desired.id());
        assertThat(BoundedWait.waitUntil(() -> state() == MachineState.STOPPED, Duration.ofSeconds(10)))
                .isTrue();
        hypervisor().start(desired);
        assertThat(state()).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void aDefinedMachineIsThereAndDoesNotRun() {
        hypervisor().define(desired);

        assertThat(hypervisor().machines())
                .containsExactly(new Machine(
                        desired.id(),
                        desired.name(),
                        1,
                        MachineState.STOPPED,
                        MachineSize.of(desired),
                        desired.restarts(),
                        desired.builds(),
                        desired.bootDiskId(),
                        desired.portIds()));
    }

    @Test
    void theConsoleOfAMachineThatIsNotThereIsEmpty() {
        assertThat(hypervisor().consoleLog(UUID.randomUUID(), 100)).isEmpty();
    }

    @Test
    void aMachineBootsFromItsDiskUntilItIsRebuilt() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        hypervisor().define(desired.withBootDisk(first));
        hypervisor().define(DesiredThings.power(desired, VmPower.STOPPED).withBootDisk(second));
        assertThat(hypervisor().machine(desired.id()).orElseThrow().bootDiskId())
                .isEqualTo(first);
        hypervisor().rebuild(DesiredThings.rebuilt(desired).withBootDisk(second));
        assertThat(hypervisor().machine(desired.id()).orElseThrow().bootDiskId())
                .isEqualTo(second);
    }

    @Test
    void aMachineKeepsTheLimitsOfItsBootDiskThatItWasGivenLast() {
        DesiredVm booting = desired.withBootDisk(UUID.randomUUID());
        hypervisor().define(booting);
        assertThat(limits()).isNull();
        for (IoLimits limits : List.of(new IoLimits(500, null), new IoLimits(null, 20))) {
            booting = DesiredThings.limited(booting, limits);
            hypervisor().define(booting);
            assertThat(limits()).isEqualTo(limits);
        }
        hypervisor().rebuild(DesiredThings.rebuilt(booting).withBootDisk(UUID.randomUUID()));
        assertThat(limits()).isEqualTo(new IoLimits(null, 20));
        hypervisor().define(DesiredThings.limited(booting, null));
        assertThat(limits()).isNull();
    }

    private @Nullable IoLimits limits() {
        return startedAnew().machine(desired.id()).orElseThrow().bootDiskLimits();
    }

    @Test
    void aMachineGoesThroughItsLife() {
        hypervisor().define(desired);
        hypervisor().start(desired);
        assertThat(state()).isEqualTo(MachineState.RUNNING);
        hypervisor().suspend(desired);
        assertThat(state()).isEqualTo(MachineState.SUSPENDED);
        hypervisor().resume(desired);
        assertThat(state()).isEqualTo(MachineState.RUNNING);
        hypervisor().stop(desired);
        assertThat(state()).isEqualTo(MachineState.STOPPED);
        hypervisor().remove(desired.id());
        assertThat(hypervisor().machines()).isEmpty();
    }

    @Test
    void everyStepMayBeRepeated() {
        hypervisor().define(desired);
        hypervisor().define(desired);
        hypervisor().start(desired);
        hypervisor().start(desired);
        hypervisor().suspend(desired);
        hypervisor().suspend(desired);
        hypervisor().resume(desired);
        hypervisor().resume(desired);
        hypervisor().stop(desired);
        hypervisor().stop(desired);
        hypervisor().remove(desired.id());
        hypervisor().remove(desired.id());
        assertThat(hypervisor().machines()).isEmpty();
    }

    @Test
    void aMachineThatRunsIsRemovedAtOnce() {
        hypervisor().define(desired);
        hypervisor().start(desired);
        hypervisor().remove(gone(desired).id());
        assertThat(hypervisor().machine(desired.id())).isEmpty();
    }

    @Test
    void restartsAndBuildsAreCounted() {
        hypervisor().define(desired);
        hypervisor().start(desired);
        hypervisor().restart(restarted(desired));
        assertThat(seen().restarts()).isEqualTo(1);
        hypervisor().stop(desired);
        hypervisor().rebuild(rebuilt(desired));
        assertThat(seen().builds()).isEqualTo(1);
    }

    @Test
    void aStartCountsForAllRestartsAskedFor() {
        hypervisor().define(desired);
        hypervisor().start(restarted(restarted(desired)));
        assertThat(seen().restarts()).isEqualTo(2);
    }

    @Test
    void aStoppedMachineGrows() {
        hypervisor().define(desired);
        hypervisor().resize(memory(desired, 4));
        assertThat(seen().size().memoryGb()).isEqualTo(4);
    }

    @Test
    void aDiskNeverShrinks() {
        hypervisor().define(desired);
        refused(() -> hypervisor().resize(storage(desired, 5)));
        assertThat(seen().size().storageGb()).isEqualTo(desired.storageGb());
    }

    @Test
    void aMachineThatRunsIsNeitherResizedNorRebuilt() {
        hypervisor().define(desired);
        hypervisor().start(desired);
        refused(() -> hypervisor().resize(memory(desired, 4)));
        refused(() -> hypervisor().rebuild(rebuilt(desired)));
    }

    @Test
    void whatTheHostHasNoRoomForIsRefused() {
        int all = hypervisor().size().memoryGb();
        refused(() -> hypervisor().define(memory(desired, all + 1)));
        hypervisor().define(memory(desired, all));
        refused(() -> hypervisor().define(machine("one-more")));
    }

    @Test
    void aMachineWaitsForItsPortsAndAPortForItsMachine() {
        DesiredPort port = port();
        DesiredVm plugged = plugged(desired, port.id());
        waits(() -> hypervisor().define(plugged));
        hypervisor().plug(port);
        hypervisor().define(plugged);
        waits(() -> hypervisor().unplug(port.id()));
        hypervisor().remove(desired.id());
        hypervisor().unplug(port.id());
        hypervisor().unplug(port.id());
        assertThat(hypervisor().ports()).isEmpty();
    }

    @Test
    void aPortTakesTheNewestRules() {
        DesiredPort port = port();
        hypervisor().plug(port);
        hypervisor().plug(port(port.id(), 2, true));
        assertThat(hypervisor().port(port.id())).get().returns(2L, Port::generation);
    }

    @Test
    void aPortCountsOnWhateverChangesAndAnewOnceItWasRemoved() {
        DesiredPort port = port();
        hypervisor().plug(port);
        PortTraffic before = traffic(hypervisor(), port.id());
        hypervisor().plug(port(port.id(), 2, true));
        grown(before, traffic(hypervisor(), port.id()));
        PortTraffic after = traffic(startedAnew(), port.id());
        grown(before, after);
        hypervisor().unplug(port.id());
        hypervisor().plug(port);
        assertThat(traffic(hypervisor(), port.id()).countedSince()).isAfter(after.countedSince());
    }

    @Test
    void aDiskIsAttachedToAMachineThatIsThereUntilItIsDetachedOrTheMachineGoes() {
        DesiredAttachment data = attachment(UUID.randomUUID(), desired);
        DesiredAttachment logs = attachment(UUID.randomUUID(), desired);
        waits(() -> hypervisor().attach(data));
        hypervisor().define(desired);
        hypervisor().attach(data);
        hypervisor().attach(data);
        hypervisor().attach(logs);
        assertThat(startedAnew().attachment(data.id())).contains(Attachment.of(data));
        hypervisor().detach(data.id());
        hypervisor().detach(data.id());
        assertThat(hypervisor().attachments()).extracting(Attachment::id).containsExactly(logs.id());
        hypervisor().remove(desired.id());
        assertThat(hypervisor().attachments()).isEmpty();
        assertThat(startedAnew().attachments()).isEmpty();
    }

    @Test
    void aMediumIsInTheDriveOfAMachineUntilItIsEjected() {
        DesiredAttachment installer = inDrive(attachment(UUID.randomUUID(), desired), true);
        waits(() -> hypervisor().attach(installer));
        hypervisor().define(desired);
        hypervisor().attach(installer);
        hypervisor().attach(installer);
        assertThat(startedAnew().attachment(installer.id())).contains(Attachment.of(installer));
        hypervisor().detach(installer.id());
        hypervisor().detach(installer.id());
        assertThat(startedAnew().attachments()).isEmpty();
    }

    @Test
    void anAttachmentKeepsTheLimitsThatItWasGivenLast() {
        DesiredAttachment data = attachment(UUID.randomUUID(), desired);
        hypervisor().define(desired);
        for (IoLimits limits : List.of(new IoLimits(500, null), new IoLimits(null, 20))) {
            hypervisor().attach(limited(data, limits));
            assertThat(startedAnew().attachment(data.id()))
                    .contains(Attachment.of(limited(data, limits)))
                    .get()
                    .returns(limits, Attachment::limits);
        }
        hypervisor().attach(data);
        assertThat(startedAnew().attachment(data.id()).map(Attachment::limits)).isEmpty();
    }

    @Test
    void whatAMachineIsToldIsForNobodyElseToReadAndGoneWithIt() throws IOException {
        DesiredVm told = DesiredThings.booting(desired, "#!/bin/sh\necho " + SECRET, "$6$salt$" + SECRET);
        hypervisor().define(told);
        hypervisor().start(told);
        for (Path file : filesWithSecret()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        hypervisor().remove(told.id());
        assertThat(filesWithSecret()).isEmpty();
    }

    private List<Path> filesWithSecret() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(kept())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, ISO_8859_1).contains(SECRET)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void whatIsNotThereCannotBeStarted() {
        refused(() -> hypervisor().start(desired));
        refused(() -> hypervisor().restart(desired));
    }

    @Test
    void everythingIsStillKnownWhenTheAgentIsStartedAnew() {
        DesiredPort port = port();
        DesiredVm plugged = plugged(desired, port.id());
        hypervisor().plug(port);
        hypervisor().define(plugged);
        hypervisor().start(plugged);
        Machine before = seen();

        Hypervisor anew = startedAnew();
        assertThat(anew.machines()).containsExactly(before);
        assertThat(anew.port(port.id())).get().returns(1L, Port::generation);
    }

    @Test
    void theLoadIsAPercentage() {
        hypervisor().define(desired);
        hypervisor().start(desired);
        assertThat(hypervisor().load().memoryPercent()).isBetween(0.0, 100.0);
        assertThat(hypervisor().load().critical()).isFalse();
    }

    private Machine seen() {
        return hypervisor().machine(desired.id()).orElseThrow();
    }

    private MachineState state() {
        return seen().state();
    }

    private static PortTraffic traffic(Hypervisor hypervisor, UUID port) {
        return Objects.requireNonNull(hypervisor.port(port).orElseThrow().traffic());
    }

    private static void grown(PortTraffic before, PortTraffic after) {
        assertThat(after.countedSince()).isEqualTo(before.countedSince());
        assertThat(after.receivedBytes()).isGreaterThanOrEqualTo(before.receivedBytes());
        assertThat(after.sentBytes()).isGreaterThanOrEqualTo(before.sentBytes());
    }

    private static void refused(Runnable step) {
        assertThatThrownBy(step::run).isInstanceOf(HypervisorProblem.class).hasMessageContaining(" ");
    }

    private static void waits(Runnable step) {
        assertThatExceptionOfType(HypervisorProblem.class).isThrownBy(step::run).matches(HypervisorProblem::isPassing);
    }
}
