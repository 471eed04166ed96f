package io.skyholm.agent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.simulated.SimulatedPool;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done next for an export, on real files. */
class ExportDriverTest {

    private static final long GIB = 1L << 30;

    private final UUID id = UUID.randomUUID();
    private final UUID disk = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final UUID object = UUID.randomUUID();
    private final Path temporary;
    private final Path folder;
    private final FolderPool pool;
    private final SimulatedHypervisor hypervisor;
    private final ExportDriver driver;

    ExportDriverTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.folder = temporary.resolve("disks");
        this.hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), temporary.resolve("host.jsonl"));
        this.pool = new FolderPool(folder, new ImageFolder(temporary), new ObjectDraftFolder(temporary));
        this.driver = driver(pool);
    }

    private ExportDriver driver(DiskPool disks) {
        return new ExportDriver(disks, new DiskUse(hypervisor, disks), new CopySteps(1));
    }

    @Test
    void anExportGoesThroughItsLife() {
        pool.create(disk, GIB / 64, null);
        pool.takeSnapshot(snapshot, disk);
        bring(desired(1, true));
        assertThat(driver.look(id).state()).isEqualTo(ThingState.RUNNING);
        assertThat(driver.look(id).sha256())
                .isEqualTo(pool.exportedSha256(id).orElseThrow())
                .hasSize(64);
        assertThat(driver.present()).containsExactly(id);
        bring(desired(2, false));
        assertThat(driver.look(id)).isEqualTo(SeenThing.ABSENT);
        assertThat(driver.present()).isEmpty();
        assertThat(temporary.resolve("receiving/" + object + "/export")).hasSize(GIB / 64);
    }

    @Test
    void itIsACopyThatMayTakeAsLongAsItsSnapshotIsLarge() {
        pool.create(disk, 4 * GIB, null);
        pool.takeSnapshot(snapshot, disk);
        Step step = driver.next(desired(1, true)).orElseThrow();
        assertThat(step.copy()).isNotNull();
        assertThat(step.grace()).isEqualTo(Duration.ofMinutes(2));
        assertThat(driver.interrupts(desired(2, false))).isTrue();
    }

    @Test
    void whatIsLeftOfOneThatWasNotMadeToTheEndIsNotTakenForOne() throws IOException {
        pool.create(disk, GIB / 64, null);
        pool.takeSnapshot(snapshot, disk);
        Files.createFile(folder.resolve(id + ".export-draft"));
        assertThat(driver.look(id)).isEqualTo(SeenThing.in(ThingState.CHANGING));
        bring(desired(1, true));
        Files.createFile(folder.resolve(id + ".export-draft"));
        bring(desired(2, false));
        assertThat(pool.exports()).isEmpty();
    }

    @Test
    void aDiskWithoutBytesIsNotKeptElsewhereAndThatIsNotTriedAgain() {
        ExportDriver simulated = driver(new SimulatedPool(FaultInjection.none(), temporary.resolve("disks.jsonl")));
        Step step = simulated.next(desired(1, true)).orElseThrow();
        assertThatThrownBy(step.work()::run)
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isLasting())
                        .isTrue())
                .hasMessageContaining("simulated");
        assertThat(simulated.next(desired(2, false))).isEmpty();
    }

    @Test
    void aDiskIsLeftAsItIsUnlessAMachineMayWriteToIt() {
        pool.create(disk, GIB / 64, null);
        DesiredVm machine = DesiredThings.machine("writes");
        hypervisor.define(machine);
        DesiredAttachment attachment = DesiredThings.attachment(disk, machine);
        hypervisor.attach(attachment);
        Step step = driver.next(ofDisk(1, true)).orElseThrow();
        assertThat(step.copy()).isNotNull();
        assertThatThrownBy(step.work()::run).hasMessageContaining("is still attached to machine");
        assertThat(pool.exports()).isEmpty();
        hypervisor.attach(DesiredThings.readOnly(attachment));
        bring(ofDisk(1, true));
        assertThat(temporary.resolve("receiving/" + object + "/export")).hasSize(GIB / 64);
        bring(ofDisk(2, false));
        assertThat(pool.exports()).isEmpty();
        assertThat(pool.disk(disk)).isPresent();
    }

    private DesiredExport ofDisk(long generation, boolean present) {
        return new DesiredExport(id, generation, present, null, null, disk, object);
    }

    private void bring(DesiredExport desired) {
        driver.next(desired).ifPresent(step -> step.work().run());
        assertThat(driver.next(desired)).isEmpty();
    }

    private DesiredExport desired(long generation, boolean present) {
        return new DesiredExport(id, generation, present, null, snapshot, object);
    }
}
