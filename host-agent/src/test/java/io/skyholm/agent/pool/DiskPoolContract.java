package io.skyholm.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every pool of disks has to hold, whatever it is made of. */
public abstract class DiskPoolContract {

    private static final long SIZE = 3L << 20;

    private final UUID id = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();

    /** The one under test, with nothing in it. */
    protected abstract DiskPool pool();

    /** The same after the agent was started anew. */
    protected abstract DiskPool startedAnew();

    @Test
    void aNewDiskIsWholeAndAsLargeAsWasSaid() {
        pool().create(id, SIZE, null);
        assertThat(pool().disk(id)).contains(new Disk(id, SIZE, true));
        assertThat(pool().disks()).containsExactly(new Disk(id, SIZE, true));
    }

    @Test
    void aDiskGrowsAndNeverBecomesSmaller() {
        pool().create(id, SIZE, null);
        pool().grow(id, 2 * SIZE);
        assertThat(pool().disk(id)).contains(new Disk(id, 2 * SIZE, true));
        pool().grow(id, SIZE);
        assertThat(pool().disk(id)).contains(new Disk(id, 2 * SIZE, true));
    }

    @Test
    void everyStepMayBeRepeated() {
        pool().create(id, SIZE, null);
        pool().create(id, SIZE, null);
        pool().grow(id, 2 * SIZE);
        pool().grow(id, 2 * SIZE);
        pool().create(id, SIZE, null);
        assertThat(pool().disk(id)).contains(new Disk(id, 2 * SIZE, true));
        pool().remove(id);
        pool().remove(id);
        assertThat(pool().disk(id)).isEmpty();
    }

    @Test
    void whatIsRemovedIsGoneAndNothingElse() {
        UUID other = UUID.randomUUID();
        pool().create(id, SIZE, null);
        pool().create(other, SIZE, null);
        pool().remove(id);
        assertThat(pool().disks()).containsExactly(new Disk(other, SIZE, true));
    }

    @Test
    void whatIsNotThereDoesNotGrow() {
        assertThatThrownBy(() -> pool().grow(id, SIZE)).isInstanceOf(HypervisorProblem.class);
        assertThat(pool().disks()).isEmpty();
    }

    @Test
    void aSnapshotIsAsLargeAsItsDiskWasAndOutlivesIt() {
        pool().create(id, SIZE, null);
        pool().takeSnapshot(snapshot, id);
        pool().grow(id, 2 * SIZE);
        pool().takeSnapshot(snapshot, id);
        assertThat(pool().snapshot(snapshot)).contains(new Disk(snapshot, SIZE, true));
        pool().remove(id);
        assertThat(startedAnew().snapshots()).containsExactly(new Disk(snapshot, SIZE, true));
        assertThat(pool().disks()).isEmpty();
        pool().removeSnapshot(snapshot);
        pool().removeSnapshot(snapshot);
        assertThat(pool().snapshots()).isEmpty();
    }

    @Test
    void aDiskIsMadeOfASnapshotAndMayBeLarger() {
        UUID larger = UUID.randomUUID();
        pool().create(id, SIZE, null);
        pool().takeSnapshot(snapshot, id);
        pool().createFrom(snapshot, larger, 2 * SIZE);
        pool().createFrom(snapshot, larger, SIZE);
        assertThat(pool().disk(larger)).contains(new Disk(larger, 2 * SIZE, true));
        pool().removeSnapshot(snapshot);
        assertThat(pool().disks()).hasSize(2);
    }

    @Test
    void aDiskThatIsRolledBackKeepsItsSizeAndKnowsWhoAskedForIt() {
        pool().create(id, SIZE, null);
        pool().takeSnapshot(snapshot, id);
        pool().grow(id, 2 * SIZE);
        pool().restoreFrom(snapshot, id, 2 * SIZE, 7);
        assertThat(pool().disk(id)).contains(new Disk(id, 2 * SIZE, true, 7));
        pool().restoreFrom(snapshot, id, 2 * SIZE, 9);
        assertThat(startedAnew().disks()).containsExactly(new Disk(id, 2 * SIZE, true, 9));
        pool().remove(id);
        pool().create(id, SIZE, null);
        assertThat(pool().disk(id)).contains(new Disk(id, SIZE, true));
    }

    @Test
    void whatIsNotThereIsNotCopied() {
        assertThatThrownBy(() -> pool().takeSnapshot(snapshot, id)).hasMessage("Disk " + id + " is not there yet");
        assertThatThrownBy(() -> pool().createFrom(snapshot, id, SIZE))
                .hasMessage("Snapshot " + snapshot + " is not there");
        pool().create(id, SIZE, null);
        assertThatThrownBy(() -> pool().restoreFrom(snapshot, id, SIZE, 1))
                .hasMessage("Snapshot " + snapshot + " is not there");
        assertThat(pool().disk(id)).contains(new Disk(id, SIZE, true));
        assertThat(pool().snapshots()).isEmpty();
    }

    @Test
    void disksOutliveTheAgent() {
        pool().create(id, SIZE, null);
        pool().grow(id, 2 * SIZE);
        assertThat(startedAnew().disks()).containsExactly(new Disk(id, 2 * SIZE, true));
    }

    @Test
    void aDiskIsFoundToBeWhatItShouldBe() {
        pool().create(id, SIZE, null);
        pool().check(id, SIZE, false, 3);
        assertThat(pool().check(id)).contains(new CheckNote(3, new CheckResult(CheckOutcome.SOUND, List.of())));
        assertThat(pool().checks()).containsExactly(id);
        pool().check(id, SIZE, true, 4);
        assertThat(pool().check(id)).contains(new CheckNote(4, new CheckResult(CheckOutcome.SOUND, List.of())));
        pool().forgetCheck(id);
        pool().forgetCheck(id);
        assertThat(pool().checks()).isEmpty();
        assertThat(startedAnew().check(id)).isEmpty();
        assertThat(pool().disk(id)).contains(new Disk(id, SIZE, true));
    }

    @Test
    void aDiskThatIsLostIsDamagedWhetherOrNotItIsToBeRepaired() {
        for (boolean repair : new boolean[] {false, true}) {
            pool().check(id, SIZE, repair, 1);
            CheckResult result = pool().check(id).orElseThrow().result();
            assertThat(result.outcome()).isEqualTo(CheckOutcome.DAMAGED);
            assertThat(result.findings()).hasSize(2).last().asString().contains("restore a backup");
        }
        assertThat(pool().disks()).isEmpty();
    }

    @Test
    void aDiskThatIsTooShortIsDamagedUntilItIsRepaired() {
        pool().create(id, SIZE, null);
        pool().check(id, 2 * SIZE, false, 1);
        CheckResult damaged = pool().check(id).orElseThrow().result();
        assertThat(damaged.outcome()).isEqualTo(CheckOutcome.DAMAGED);
        assertThat(damaged.findings()).first().asString().isEqualTo("The disk has 3145728 of 6291456 bytes");
        assertThat(pool().disk(id)).contains(new Disk(id, SIZE, true));
        pool().check(id, 2 * SIZE, true, 2);
        CheckResult repaired = pool().check(id).orElseThrow().result();
        assertThat(repaired.outcome()).isEqualTo(CheckOutcome.REPAIRED);
        assertThat(repaired.findings())
                .containsExactly("The disk has 3145728 of 6291456 bytes, and got the others as zeros");
        pool().check(id, 2 * SIZE, false, 3);
        assertThat(pool().check(id).orElseThrow().result().outcome()).isEqualTo(CheckOutcome.SOUND);
    }
}
