package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.DiskMoveStep;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.storage.Owner;
import io.skyholm.storage.pool.ClaimedPool;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a disk lets be done with it, and what its host is told of it. */
class DiskTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID SNAPSHOT = UUID.randomUUID();

    private final Disk disk = created("");

    @Test
    void newDiskIsForOneInstanceAndStillToBeToldToItsHost() {
        ClaimedPool pool = new ClaimedPool(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Disk made = created("", pool);
        assertThat(made.edgeDataCenterId).isEqualTo(pool.edgeDataCenterId());
        assertThat(made.storagePoolId).isEqualTo(pool.id());
        assertThat(made.onHost.host()).isEqualTo(pool.computeMachineId());
        assertThat(made.maxAttachments).isEqualTo(1);
        assertThat(made.progress.isStale()).isTrue();
    }

    @Test
    void hostIsToldToMakeItOnceAndFromItsSnapshot() {
        Disk clone = created(", \"sourceSnapshotId\": \"" + SNAPSHOT + "\"");
        assertThat(clone.tell(true, null).made()).isFalse();
        assertThat(clone.tell(true, null).snapshotId()).isEqualTo(SNAPSHOT);
        clone.ready();
        assertThat(clone.tell(true, null).made()).isTrue();
        assertThat(clone.tell(true, null).snapshotId())
                .as("nothing is copied over it")
                .isNull();
    }

    @Test
    void whatGoesToAnotherTenantStaysWhatItIsAndIsToldItsHost() {
        Owner receiver = new Owner(UUID.randomUUID(), UUID.randomUUID());
        disk.tell(true, null);
        disk.ready();
        disk.expiry.change(NOW.plusSeconds(60), NOW);
        disk.give(receiver);
        assertThat(disk.expiry.expiresAt()).as("what another has chosen").isNull();
        assertThat(disk.status).isEqualTo(DiskStatus.AVAILABLE);
        assertThat(disk.progress.waitUntil())
                .as("until when its host is waited for")
                .isNull();
        assertThat(disk.progress.isStale()).isTrue();
        assertThat(disk.userId).isEqualTo(receiver.userId());
        assertThat(disk.tell(true, null).tenantId()).isEqualTo(receiver.tenantId());
        assertThat(disk.tell(true, null).made()).as("nothing is made anew").isTrue();
    }

    @Test
    void whatIsToGoIsToldWithoutItsSnapshot() {
        Disk clone = created(", \"sourceSnapshotId\": \"" + SNAPSHOT + "\"");
        clone.delete();
        assertThat(clone.tell(false, null).snapshotId()).isNull();
    }

    @Test
    void everyWordToItsHostIsNewerThanTheOneBefore() {
        long first = disk.tell(true, null).generation();
        assertThat(disk.tell(true, null).generation()).isGreaterThan(first);
        assertThat(disk.progress.isStale()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = DiskStatus.class, names = "AVAILABLE", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotWholeIsNeitherGrownNorCopied(DiskStatus status) {
        disk.status = status;
        Refused.by("DISK_NOT_AVAILABLE", disk::checkAvailable);
        Refused.by("DISK_NOT_AVAILABLE", () -> disk.grow(20));
        assertThat(disk.sizeGb).isEqualTo(10);
    }

    @Test
    void whatIsNotRolledBackIsNotCalledOff() {
        Refused.by("DISK_NOT_ROLLING_BACK", disk::callOffRollback);
        disk.ready();
        disk.rollBack(SNAPSHOT);
        disk.delete();
        Refused.by("DISK_NOT_ROLLING_BACK", disk::callOffRollback);
    }

    @Test
    void aRollbackThatNoHostWasToldOfHasNothingBesideTheDisk() {
        disk.ready();
        disk.rollBack(SNAPSHOT);
        assertThat(disk.mayHaveDraft()).isFalse();
        disk.callOffRollback();
        assertThat(disk.tell(true, null).snapshotId()).isNull();
        assertThat(disk.mayHaveDraft()).isFalse();
    }

    @Test
    void whatWasDeletedLetsNothingBeDoneWithItBeforeItIsTakenBack() {
        disk.ready();
        disk.deleteAt(NOW);
        Refused.by("DISK_IS_DELETED", disk::checkAvailable);
        Refused.by("DISK_IS_DELETED", disk::checkStays);
        Refused.by("DISK_IS_DELETED", disk::checkMovable);
        Refused.by("DISK_IS_DELETED", disk::callOffRollback);
        Refused.by("DISK_IS_DELETED", () -> disk.grow(20));
        Refused.by("DISK_IS_DELETED", () -> disk.rollBack(SNAPSHOT));
        Refused.by("DISK_IS_DELETED", () -> disk.checkDeletable(false));
        assertThatCode(() -> disk.checkDeletable(true)).doesNotThrowAnyException();
        disk.restore();
        assertThatCode(disk::checkAvailable).doesNotThrowAnyException();
        assertThat(disk.status).isEqualTo(DiskStatus.AVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void whatWasDeletedEndsOnceItIsTime(int secondsLater, boolean isToEnd) {
        assertThat(disk.isToEnd(NOW)).isFalse();
        disk.deleteAt(NOW);
        assertThat(disk.isToEnd(NOW.plusSeconds(secondsLater))).isEqualTo(isToEnd);
    }

    @Test
    void whatIsBeingRemovedIsNotTakenBack() {
        Refused.by("DISK_NOT_DELETED", disk::restore);
        disk.deleteAt(NOW);
        disk.delete();
        Refused.by("DISK_NOT_DELETED", disk::restore);
        Refused.by("DISK_IS_DELETING", () -> disk.checkDeletable(true));
        assertThat(disk.isToEnd(NOW)).as("it ends already").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void whichBytesADiskHasWhoseRollbackWasCalledOffItsHostSays(int later, boolean isLeft) {
        disk.ready();
        disk.rollBack(SNAPSHOT);
        long told = disk.tell(true, null).generation();
        disk.tell(true, null);
        assertThat(disk.mayHaveDraft()).isTrue();
        disk.callOffRollback();
        disk.restoredGeneration = told + later;
        disk.ready();
        assertThat(disk.progress.statusReason() == null).isEqualTo(isLeft);
        assertThat(disk.status).isEqualTo(DiskStatus.AVAILABLE);
        assertThat(disk.mayHaveDraft()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9", "10"})
    void aDiskNeverShrinksNorStaysAsItIsByGrowing(int wanted) {
        disk.ready();
        Refused.forField("sizeGb", () -> disk.grow(wanted));
        assertThat(disk.status).isEqualTo(DiskStatus.AVAILABLE);
    }

    @Test
    void aDiskThatGrowsIsToldToItsHostAndCannotGrowAgainMeanwhile() {
        disk.tell(true, null);
        disk.ready();
        disk.grow(11);
        assertThat(disk.progress.isStale()).isTrue();
        assertThat(disk.tell(true, null).sizeGb()).isEqualTo(11);
        Refused.by("DISK_NOT_AVAILABLE", () -> disk.grow(12));
    }

    @Test
    void aDiskFromWhichAnInstanceBootsIsKeptForIt() {
        assertThatCode(disk::checkBootsNone).doesNotThrowAnyException();
        disk.bootInstanceId = UUID.randomUUID();
        Refused.by("DISK_BOOTS_INSTANCE", disk::checkBootsNone);
        Refused.by("DISK_BOOTS_INSTANCE", disk::checkCopiedInUse);
        disk.rbdImageName = "disk.a.b";
        assertThatCode(disk::checkCopiedInUse)
                .as("Ceph keeps the bytes of one moment")
                .doesNotThrowAnyException();
    }

    @Test
    void whatWasNeverMadeIsNotRolledBack() {
        assertThatThrownBy(() -> disk.rollBack(SNAPSHOT)).isInstanceOf(Problem.class);
        disk.fail("There is no space left");
        assertThatThrownBy(() -> disk.rollBack(SNAPSHOT)).isInstanceOf(Problem.class);
    }

    @Test
    void aRollbackTakesItsRoomOnceHoweverOftenItIsAskedForAgain() {
        disk.ready();
        assertThat(disk.rollBack(SNAPSHOT)).isEqualTo(10);
        disk.fail("There is no space left");
        assertThat(disk.rollBack(SNAPSHOT)).isZero();
        assertThat(disk.progress.statusReason()).isNull();
        assertThat(disk.withoutDraft()).isEqualTo(10);
        assertThat(disk.withoutDraft()).isZero();
    }

    @Test
    void aRollbackIsToldToItsHostUntilItIsDoneAndNotAfterwards() {
        disk.ready();
        disk.rollBack(SNAPSHOT);
        assertThat(disk.isToldOnce()).isTrue();
        assertThat(disk.tell(true, null).snapshotId()).isEqualTo(SNAPSHOT);
        disk.ready();
        assertThat(disk.isToldOnce()).isFalse();
        assertThat(disk.tell(true, null).snapshotId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATING, '', 0",
        "CREATING, imageVersionId, 10",
        "CREATING, sourceSnapshotId, 10",
        "RESTORING, '', 10",
        "GROWING, imageVersionId, 0",
        "ERROR, imageVersionId, 0",
        "DELETING, sourceSnapshotId, 0"
    })
    void itsHostHasLongerForWhatItCopies(DiskStatus status, String source, int copied) {
        Disk made = created(source.isEmpty() ? "" : ", \"%s\": \"%s\"".formatted(source, UUID.randomUUID()));
        made.status = status;
        assertThat(DiskLifecycle.copiedGb(made)).isEqualTo(copied);
    }

    @Test
    void whatCanNeverBeMadeIsToldToNoHost() {
        disk.failForGood("The version of the image is no more");
        assertThat(disk.progress.isStale()).isFalse();
        assertThat(disk.status).isEqualTo(DiskStatus.ERROR);
        assertThat(disk.progress.statusReason()).isEqualTo("The version of the image is no more");
    }

    @Test
    void whateverItBecomesNobodyWaitsForWhatItWasAnyMore() {
        disk.progress.waitUntil(NOW);
        disk.fail("There is no space left");
        assertThat(disk.progress.waitUntil()).isNull();
        disk.progress.waitUntil(NOW);
        disk.delete();
        assertThat(disk.progress.waitUntil()).isNull();
        assertThat(disk.progress.statusReason()).as("why it failed before").isNull();
        assertThat(disk.progress.isStale()).isTrue();
        disk.end();
        assertThat(disk.progress.isStale()).isFalse();
    }

    @Test
    void aDiskIsWhereItWasUntilItIsPlacedAndTakesTwiceItsRoomUntilItHasMoved() {
        UUID before = disk.storagePoolId;
        UUID pool = UUID.randomUUID();
        disk.ready();
        disk.move(pool);
        assertThat(disk.storagePoolId).isEqualTo(before);
        assertThat(disk.copyGb).isEqualTo(disk.sizeGb);
        Refused.by("DISK_NOT_AVAILABLE", disk::checkMovable);
        disk.place(disk.onHost.on(UUID.randomUUID()), DiskType.NVME);
        assertThat(disk.storagePoolId).isEqualTo(pool);
        assertThat(disk.diskType).isEqualTo(DiskType.NVME);
        assertThat(disk.tell(true, null).made())
                .as("its new host makes it no second time")
                .isTrue();
        Refused.by("DISK_NOT_MOVING", disk::checkMoving);
        Refused.by("DISK_BEING_MOVED", disk::checkMovable);
        disk.moved();
        assertThat(disk.copyGb).isZero();
        assertThatCode(disk::checkMovable).doesNotThrowAnyException();
    }

    @Test
    void aDiskThatIsMovedIsNoneTheWorseForAHostThatCannot() {
        disk.ready();
        disk.move(UUID.randomUUID());
        disk.fail("Its host is no more");
        assertThat(disk.status).isEqualTo(DiskStatus.MOVING);
        assertThat(disk.moving(DiskMoveStep.FILLING, "It is full")).isTrue();
        assertThat(disk.moving(DiskMoveStep.FILLING, "It is full"))
                .as("nobody is told twice")
                .isFalse();
        disk.stay("It was called off");
        assertThat(disk.status).isEqualTo(DiskStatus.AVAILABLE);
        assertThat(disk.progress.statusReason()).isEqualTo("It was called off");
        assertThat(disk.moving(DiskMoveStep.FILLING, null)).isFalse();
        assertThat(disk.moveStep).isEqualTo(DiskMoveStep.REMOVING);
    }

    @Test
    void aDiskThatGoesWhileItIsMovedGoes() {
        disk.ready();
        disk.move(UUID.randomUUID());
        disk.delete();
        disk.stay("The other host is no more");
        assertThat(disk.status).isEqualTo(DiskStatus.DELETING);
        assertThat(disk.moving(DiskMoveStep.FILLING, null)).isFalse();
        assertThat(disk.isLeaving()).isTrue();
    }

    private static Disk created(String more) {
        return created(more, new ClaimedPool(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
    }

    private static Disk created(String more, ClaimedPool pool) {
        return new Disk(
                new Owner(UUID.randomUUID(), null),
                RequestBody.read(
                        "{\"name\": \"orders\", \"edgeDataCenterId\": \"%s\", \"diskType\": \"SSD\", \"sizeGb\": 10%s}"
                                .formatted(UUID.randomUUID(), more),
                        CreateDisk.class),
                pool,
                Revision.first(null, NOW));
    }
}
