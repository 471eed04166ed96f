package io.skyholm.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import java.util.Arrays;
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
    void anEncryptedDiskIsAsLargeAsWasSaidAndItsKeyOpensItAlone() {
        pool().create(id, SIZE, null, keys(1));
        pool().changeKey(id, keys(1));
        assertThat(pool().disk(id)).contains(encrypted(id, SIZE, 1));
        assertThat(pool().isOpenedBy(id, keys(1))).isTrue();
        assertThat(pool().isOpenedBy(id, keys(2))).isFalse();
        pool().grow(id, 2 * SIZE);
        assertThat(startedAnew().disks()).containsExactly(encrypted(id, 2 * SIZE, 1));
        assertThat(pool().isOpenedBy(id, keys(1))).isTrue();
        pool().remove(id);
        assertThat(pool().disk(id)).isEmpty();
        pool().create(id, SIZE, null);
        assertThat(pool().disk(id)).contains(new Disk(id, SIZE, true));
    }

    @Test
    void afterAKeyWasChangedTheFormerOneOpensNothing() {
        pool().create(id, SIZE, null, keys(1));
        pool().changeKey(id, keys(1));
        pool().changeKey(id, keys(2, 1));
        pool().changeKey(id, keys(2, 1));
        assertThat(pool().disk(id)).contains(encrypted(id, SIZE, 2));
        assertThat(pool().isOpenedBy(id, keys(1))).isFalse();
        assertThat(pool().isOpenedBy(id, keys(2))).isTrue();
        pool().changeKey(id, keys(3, 2));
        assertThat(startedAnew().disk(id)).contains(encrypted(id, SIZE, 3));
        assertThat(pool().isOpenedBy(id, keys(2))).isFalse();
    }

    @Test
    void aKeyThatNobodyToldOpensNothingAndChangesNothing() {
        pool().create(id, SIZE, null, keys(1));
        pool().changeKey(id, keys(1));
        assertThatThrownBy(() -> pool().changeKey(id, keys(3, 2)))
                .hasMessage("None of the keys of the encrypted disk opens it");
        assertThat(pool().disk(id)).contains(encrypted(id, SIZE, 1));
        assertThat(pool().isOpenedBy(id, keys(1))).isTrue();
        UUID other = UUID.randomUUID();
        pool().create(other, SIZE, null);
        assertThatThrownBy(() -> pool().changeKey(other, keys(1))).hasMessage("There is no encrypted disk " + other);
        assertThatThrownBy(() -> pool().isOpenedBy(other, keys(1))).hasMessage("There is no encrypted disk " + other);
    }

    @Test
    void aDiskIsRolledBackToASnapshotOfAnotherKeyAndGetsItsOwn() {
        pool().create(id, SIZE, null, keys(1));
        pool().changeKey(id, keys(1));
        pool().takeSnapshot(snapshot, id);
        pool().changeKey(id, keys(2, 1));
        pool().restoreFrom(snapshot, id, SIZE, 5);
        assertThat(pool().disk(id)).contains(encrypted(id, SIZE, 0).restored(5));
        pool().changeKey(id, keys(2, 1));
        assertThat(startedAnew().disk(id)).contains(encrypted(id, SIZE, 2).restored(5));
        assertThat(pool().isOpenedBy(id, keys(2))).isTrue();
        assertThat(pool().isOpenedBy(id, keys(1))).isFalse();
        pool().restoreFrom(snapshot, id, SIZE, 6);
        pool().changeKey(id, keys(2, 1));
        assertThat(pool().isOpenedBy(id, keys(2))).isTrue();
    }

    @Test
    void aDiskOfAnEncryptedSnapshotGetsAKeyOfItsOwn() {
        UUID copy = UUID.randomUUID();
        pool().create(id, SIZE, null, keys(1));
        pool().changeKey(id, keys(1));
        pool().takeSnapshot(snapshot, id);
        assertThat(pool().snapshot(snapshot).orElseThrow().isEncrypted()).isTrue();
        assertThat(pool().snapshot(snapshot).orElseThrow().sizeBytes()).isEqualTo(SIZE);
        assertThatThrownBy(() -> pool().createFrom(snapshot, copy, SIZE))
                .hasMessage("Snapshot " + snapshot + " is encrypted, and the disk is not to be");
        pool().createFrom(snapshot, copy, 2 * SIZE, keys(7, 1));
        assertThat(pool().disk(copy)).contains(encrypted(copy, 2 * SIZE, 0));
        pool().changeKey(copy, keys(7, 1));
        assertThat(pool().disk(copy)).contains(encrypted(copy, 2 * SIZE, 7));
        assertThat(pool().isOpenedBy(copy, keys(7))).isTrue();
        assertThat(pool().isOpenedBy(copy, keys(1))).isFalse();
        assertThat(pool().isOpenedBy(id, keys(1))).isTrue();
        assertThat(pool().isOpenedBy(id, keys(7))).isFalse();
        pool().removeSnapshot(snapshot);
        assertThat(pool().isOpenedBy(copy, keys(7))).isTrue();
    }

    @Test
    void anEncryptedDiskIsMadeOfASnapshotThatIsNot() {
        UUID copy = UUID.randomUUID();
        pool().create(id, SIZE, null);
        pool().takeSnapshot(snapshot, id);
        pool().createFrom(snapshot, copy, 2 * SIZE, keys(1));
        pool().changeKey(copy, keys(1));
        assertThat(pool().disk(copy)).contains(encrypted(copy, 2 * SIZE, 1));
        assertThat(pool().isOpenedBy(copy, keys(1))).isTrue();
        assertThat(pool().disk(id)).contains(new Disk(id, SIZE, true));
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
        assertThat(repaired.findings()).containsExactly("The disk has 3145728 of 6291456 bytes, and was grown to them");
        assertThat(pool().disk(id)).contains(new Disk(id, 2 * SIZE, true));
        pool().check(id, 2 * SIZE, false, 3);
        assertThat(pool().check(id).orElseThrow().result().outcome()).isEqualTo(CheckOutcome.SOUND);
    }

    @Test
    void anEncryptedDiskIsCheckedWithoutItsHeader() {
        pool().create(id, SIZE, null, keys(1));
        pool().changeKey(id, keys(1));
        pool().check(id, SIZE, false, 1);
        assertThat(pool().check(id).orElseThrow().result().outcome()).isEqualTo(CheckOutcome.SOUND);
        pool().check(id, 2 * SIZE, true, 2);
        assertThat(pool().check(id).orElseThrow().result().findings())
                .containsExactly("The disk has 3145728 of 6291456 bytes, and was grown to them");
        assertThat(pool().disk(id)).contains(encrypted(id, 2 * SIZE, 1));
        assertThat(pool().isOpenedBy(id, keys(1))).isTrue();
    }

    private static Disk encrypted(UUID id, long sizeBytes, int keyVersion) {
        return new Disk(id, sizeBytes, true).openedBy(keyVersion);
    }

    /** A key of that version, and the one of before. */
    public static DiskKeys keys(int version, int... former) {
        return new DiskKeys(
                version,
                passphrase(version),
                Arrays.stream(former).mapToObj(DiskPoolContract::passphrase).toList());
    }

    private static String passphrase(int version) {
        return Integer.toString(version).repeat(64);
    }
}
