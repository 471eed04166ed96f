package io.skyholm.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done next for a snapshot, on real files. */
class SnapshotDriverTest {

    private static final long GIB = 1L << 30;

    private final UUID id = UUID.randomUUID();
    private final UUID disk = UUID.randomUUID();
    private final Path folder;
    private final FolderPool pool;
    private final SimulatedHypervisor hypervisor;
    private final DiskUse use;
    private final SnapshotDriver driver;

    SnapshotDriverTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("disks");
        this.pool = new FolderPool(folder, new ImageFolder(temporary), new ObjectDraftFolder(temporary));
        this.hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), temporary.resolve("hypervisor.jsonl"));
        this.use = new DiskUse(hypervisor, pool);
        this.driver = new SnapshotDriver(pool, use, new CopySteps(1));
    }

    @Test
    void aSnapshotGoesThroughItsLife() {
        pool.create(disk, GIB / 64, null);
        bring(desired(1, true, false));
        assertThat(driver.look(id).state()).isEqualTo(ThingState.RUNNING);
        assertThat(driver.present()).containsExactly(id);
        bring(desired(2, true, true));
        bring(desired(3, false, true));
        assertThat(driver.look(id)).isEqualTo(SeenThing.ABSENT);
        assertThat(driver.present()).isEmpty();
        assertThat(pool.disks()).hasSize(1);
    }

    @Test
    void itIsACopyThatMayTakeAsLongAsItsDiskIsLarge() {
        pool.create(disk, 4 * GIB, null);
        Step step = driver.next(desired(1, true, false)).orElseThrow();
        assertThat(step.copy()).isNotNull();
        assertThat(step.grace()).isEqualTo(Duration.ofMinutes(2));
        assertThat(driver.interrupts(desired(2, false, false))).isTrue();
    }

    @Test
    void itWaitsForItsDisk() {
        isNotYetTaken("Disk " + disk + " is not there yet");
    }

    @Test
    void itIsTakenOnceNoMachineMayWriteToItsDisk() {
        pool.create(disk, GIB / 64, null);
        DesiredVm machine = DesiredThings.machine("web");
        DesiredAttachment attachment = DesiredThings.attachment(disk, machine);
        hypervisor.define(machine);
        use.attach(attachment);
        isNotYetTaken("Disk " + disk + " is still attached to machine " + machine.id());
        hypervisor.detach(attachment.id());
        use.attach(DesiredThings.readOnly(attachment));
        bring(desired(1, true, false));
        assertThat(driver.look(id).state()).isEqualTo(ThingState.RUNNING);
    }

    @Test
    void ofFilesNoneIsTakenThatAMachineMayWriteToWhateverIsAskedFor() {
        pool.create(disk, GIB / 64, null);
        DesiredVm machine = DesiredThings.machine("web");
        hypervisor.define(machine);
        use.attach(DesiredThings.attachment(disk, machine));
        assertThat(pool.keepsMoments()).isFalse();
        Step step = driver.next(new DesiredSnapshot(id, 1, true, false, null, disk, true))
                .orElseThrow();
        assertThatThrownBy(step.work()::run)
                .hasMessage("Disk " + disk + " is still attached to machine " + machine.id());
        assertThat(pool.snapshots()).isEmpty();
    }

    @Test
    void itWaitsForWhoeverWorksOnItsDisk() {
        pool.create(disk, GIB / 64, null);
        use.whileFree(disk, () -> CompletableFuture.runAsync(
                        () -> isNotYetTaken("Disk " + disk + " is being attached, copied or removed"))
                .join());
        bring(desired(1, true, false));
    }

    private void isNotYetTaken(String why) {
        Step step = driver.next(desired(1, true, false)).orElseThrow();
        assertThatThrownBy(step.work()::run)
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isPassing())
                        .isTrue())
                .hasMessage(why);
        assertThat(pool.snapshots()).isEmpty();
    }

    @Test
    void aSnapshotThatWasLostIsNotReplacedByWhatTheDiskHasNow() {
        pool.create(disk, GIB / 64, null);
        Step step = driver.next(desired(2, true, true)).orElseThrow();
        assertThatThrownBy(step.work()::run).hasMessage("The snapshot was here and is not here any more");
        assertThat(driver.present()).isEmpty();
    }

    @Test
    void whatIsLeftOfOneThatWasNotMadeToTheEndIsNotTakenForOne() throws IOException {
        pool.create(disk, GIB / 64, null);
        Files.createFile(folder.resolve(id + ".snapshot-draft"));
        assertThat(driver.look(id).state()).isEqualTo(ThingState.CHANGING);
        bring(desired(1, true, false));
        assertThat(pool.snapshot(id)).get().extracting("sizeBytes").isEqualTo(GIB / 64);
        Files.createFile(folder.resolve(id + ".snapshot-draft"));
        bring(desired(2, false, false));
        pool.remove(disk);
        assertThat(folder).isEmptyDirectory();
    }

    private void bring(DesiredSnapshot desired) {
        driver.next(desired).ifPresent(step -> step.work().run());
        assertThat(driver.next(desired)).isEmpty();
    }

    private DesiredSnapshot desired(long generation, boolean present, boolean made) {
        return new DesiredSnapshot(id, generation, present, made, null, disk);
    }
}
