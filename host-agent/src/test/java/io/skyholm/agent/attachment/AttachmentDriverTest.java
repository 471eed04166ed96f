package io.skyholm.agent.attachment;

import static io.skyholm.agent.testing.DesiredThings.attachment;
import static io.skyholm.agent.testing.DesiredThings.detached;
import static io.skyholm.agent.testing.DesiredThings.disk;
import static io.skyholm.agent.testing.DesiredThings.gone;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.act.HostLoop;
import io.skyholm.agent.act.Workers;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.Unsealed;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingState;
import io.skyholm.local.BoundedWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attachments wait for their disk and their machine, and a disk for its attachments to end, in whatever order the host is told. */
class AttachmentDriverTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<Observation> told = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Workers workers = new Workers(8, timer, Duration.ofSeconds(2));
    private final SimulatedHypervisor hypervisor;
    private final HostLoop loop;
    private final DesiredVm machine = machine("web");
    private final DesiredDisk disk = disk(UUID.randomUUID(), 1, true);
    private final DesiredAttachment attachment = attachment(disk.id(), machine);

    AttachmentDriverTest(@TempDir Path folder) {
        Path file = folder.resolve("hypervisor.jsonl");
        this.hypervisor = new SimulatedHypervisor(new HostSize(8, 32, 500, 0, null), FaultInjection.none(), file);
        this.loop = new HostLoop(Unsealed.drivers(hypervisor, file).all(), workers, told::add);
    }

    @AfterEach
    void end() {
        workers.close();
        timer.shutdownNow();
    }

    @Test
    void itWaitsForItsDiskAndItsMachineAndSaysForWhich() {
        loop.desire(attachment);
        waits(attachment, "Disk " + disk.id() + " is not there yet");
        loop.desire(disk);
        settled(disk, ThingState.RUNNING);
        waits(attachment, "Machine " + machine.id() + " is not there yet");
        loop.desire(machine);
        settled(attachment, ThingState.RUNNING);
    }

    @Test
    void aDiskIsAttachedToNoMoreMachinesThanItMayBe() {
        attached();
        DesiredVm other = machine("other");
        DesiredAttachment second = attachment(disk.id(), other, "/srv/data", 1);
        loop.desire(other);
        loop.desire(second);
        waits(second, "Disk " + disk.id() + " is attached to as many machines as it may be, which is 1");
        assertThat(hypervisor.attachments()).singleElement().satisfies(one -> assertThat(one.id())
                .isEqualTo(attachment.id()));
        loop.desire(detached(attachment));
        settled(detached(attachment), ThingState.ABSENT);
        loop.lookAround();
        settled(second, ThingState.RUNNING);
    }

    @Test
    void aSharedDiskIsAttachedToSeveral() {
        attached();
        DesiredVm other = machine("other");
        DesiredAttachment second = attachment(disk.id(), other, "/srv/data", 2);
        loop.desire(other);
        loop.desire(second);
        settled(second, ThingState.RUNNING);
        assertThat(hypervisor.attachments()).hasSize(2);
    }

    @Test
    void aDiskIsRemovedOnlyWhenNoMachineHasItAnyMore() {
        attached();
        DesiredDisk noDisk = disk(disk.id(), 2, false);
        loop.desire(noDisk);
        waits(noDisk, "Disk " + disk.id() + " is still attached to machine " + machine.id());
        loop.desire(detached(attachment));
        settled(noDisk, ThingState.ABSENT);
        assertThat(hypervisor.attachments()).isEmpty();
    }

    @Test
    void aMachineThatGoesHasNoDisksAndTheyAreStillThere() {
        attached();
        loop.desire(gone(machine));
        settled(gone(machine), ThingState.ABSENT);
        loop.lookAround();
        waits(attachment, "Machine " + machine.id() + " is not there yet");
        loop.desire(detached(attachment));
        settled(detached(attachment), ThingState.ABSENT);
        settled(disk, ThingState.RUNNING);
    }

    @Test
    void whatTheHypervisorCannotDoIsSaid() {
        DesiredAttachment failing = attachment(disk.id(), machine, "/srv/fail-attach", 1);
        loop.desire(machine);
        loop.desire(disk);
        loop.desire(failing);
        Observation failed = seen(one -> one.key().equals(failing.key()) && one.state() == ThingState.FAILED);
        assertThat(failed.detail()).contains("does not attach");
    }

    @Test
    void anAttachmentOfWhichNobodyToldIsInTheInventory() {
        attached();
        loop.withdraw(attachment.key());
        assertThat(loop.inventory()).anySatisfy(one -> {
            assertThat(one.key()).isEqualTo(attachment.key());
            assertThat(one.generation()).isZero();
            assertThat(one.state()).isEqualTo(ThingState.RUNNING);
        });
    }

    private void attached() {
        loop.desire(machine);
        loop.desire(disk);
        loop.desire(attachment);
        settled(attachment, ThingState.RUNNING);
    }

    private void waits(DesiredState desired, String why) {
        seen(one -> one.key().equals(desired.key())
                && one.generation() == desired.generation()
                && one.state() == ThingState.CHANGING
                && why.equals(one.detail()));
    }

    private void settled(DesiredState desired, ThingState state) {
        seen(one -> one.key().equals(desired.key())
                && one.generation() == desired.generation()
                && one.settled()
                && one.state() == state);
    }

    private Observation seen(Predicate<Observation> wanted) {
        assertThat(BoundedWait.waitUntil(() -> told.stream().anyMatch(wanted), SOON))
                .as("what is waited for among " + told)
                .isTrue();
        return told.stream().filter(wanted).findFirst().orElseThrow();
    }
}
