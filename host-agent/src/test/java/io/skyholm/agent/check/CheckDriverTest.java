package io.skyholm.agent.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done next for a check, on real files. */
class CheckDriverTest {

    private static final long GIB = 1L << 30;

    private final UUID disk = UUID.randomUUID();
    private final FolderPool pool;
    private final SimulatedHypervisor hypervisor;
    private final CheckDriver driver;

    CheckDriverTest(@TempDir Path temporary) {
        this.hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), temporary.resolve("host.jsonl"));
        this.pool = new FolderPool(
                temporary.resolve("disks"), new ImageFolder(temporary), new ObjectDraftFolder(temporary));
        this.driver = new CheckDriver(pool, new DiskUse(hypervisor, pool), new CopySteps(1));
    }

    @Test
    void aCheckGoesThroughItsLifeAndTellsWhatItFound() {
        pool.create(disk, 2 * GIB, null);
        assertThat(driver.look(disk)).isEqualTo(SeenThing.ABSENT);
        bring(desired(1, 1, false));
        assertThat(driver.present()).containsExactly(disk);
        assertThat(driver.look(disk))
                .isEqualTo(new SeenThing(
                        ThingState.RUNNING, 0, 1, null, null, new CheckResult(CheckOutcome.SOUND, List.of())));
        bring(gone(2));
        assertThat(driver.look(disk)).isEqualTo(SeenThing.ABSENT);
        assertThat(driver.present()).isEmpty();
        assertThat(pool.disk(disk)).isPresent();
    }

    @Test
    void theResultOfOneRunIsNoneOfAnother() {
        pool.create(disk, GIB, null);
        bring(desired(1, 1, false));
        assertThat(driver.next(desired(2, 1, false)))
                .as("told anew, as when it goes to another tenant")
                .isEmpty();
        bring(desired(3, 2, false));
        assertThat(driver.look(disk).builds()).isEqualTo(2);
        assertThat(driver.look(disk).check()).extracting(CheckResult::outcome).isEqualTo(CheckOutcome.DAMAGED);
        bring(desired(4, 3, true));
        assertThat(driver.look(disk).check()).extracting(CheckResult::outcome).isEqualTo(CheckOutcome.REPAIRED);
        assertThat(pool.disk(disk).orElseThrow().sizeBytes()).isEqualTo(2 * GIB);
    }

    @Test
    void itTakesItsTurnAmongTheCopiesAndAsLongAsItsDiskIsLarge() {
        Step step = driver.next(desired(1, 1, false)).orElseThrow();
        assertThat(step.copy()).isNotNull();
        assertThat(step.grace()).isEqualTo(Duration.ofMinutes(1));
        assertThat(driver.interrupts(gone(2))).isTrue();
        assertThat(driver.interrupts(desired(2, 1, false))).isFalse();
    }

    @Test
    void whileAMachineHasTheDiskItIsReadAndNotRepaired() {
        pool.create(disk, 2 * GIB, null);
        DesiredVm machine = DesiredThings.machine("reads");
        hypervisor.define(machine);
        DesiredAttachment attachment = DesiredThings.attachment(disk, machine);
        hypervisor.attach(DesiredThings.readOnly(attachment));
        Step repair = driver.next(desired(1, 1, true)).orElseThrow();
        assertThatThrownBy(repair.work()::run).hasMessageContaining("is still attached to machine");
        assertThat(pool.checks()).isEmpty();
        bring(desired(2, 2, false));
        assertThat(driver.look(disk).check()).extracting(CheckResult::outcome).isEqualTo(CheckOutcome.SOUND);
    }

    private void bring(DesiredDiskCheck desired) {
        driver.next(desired).ifPresent(step -> step.work().run());
        assertThat(driver.next(desired)).isEmpty();
    }

    private DesiredDiskCheck desired(long generation, long run, boolean repair) {
        return new DesiredDiskCheck(disk, generation, true, null, run, 2, repair);
    }

    private DesiredDiskCheck gone(long generation) {
        return new DesiredDiskCheck(disk, generation, false, null, 1, 2, false);
    }
}
