package io.skyholm.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.FolderPool;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.ThingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done next for a snapshot, on real files. */
class SnapshotDriverTest {

    private static final long GIB = 1L << 30;

    private final UUID id = UUID.randomUUID();
    private final UUID disk = UUID.randomUUID();
    private final Path folder;
    private final FolderPool pool;
    private final SnapshotDriver driver;

    SnapshotDriverTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("disks");
        this.pool = new FolderPool(folder, new ImageFolder(temporary));
        this.driver = new SnapshotDriver(pool, new CopySteps(1));
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
        Step step = driver.next(desired(1, true, false)).orElseThrow();
        assertThatThrownBy(step.work()::run)
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isPassing())
                        .isTrue());
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
