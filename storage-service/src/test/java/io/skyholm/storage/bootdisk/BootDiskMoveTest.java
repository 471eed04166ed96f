package io.skyholm.storage.bootdisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.storage.bootdisk.BootDiskMove.Kind;
import io.skyholm.storage.disk.InstanceDisks.InstanceDisk;
import io.skyholm.storage.instance.KnownInstance;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the boot disk of an instance of 20 GiB, which has been made anew once. */
class BootDiskMoveTest {

    private static final UUID HOST = UUID.randomUUID();
    private static final UUID OTHER_HOST = UUID.randomUUID();
    private static final int SIZE = 20;
    private static final long BUILDS = 2;

    private final KnownInstance wanting = instance(HOST, true, InstanceStatus.CREATING);
    private final KnownInstance leaving = instance(HOST, false, InstanceStatus.DELETING);

    @Test
    void oneIsMadeWhereTheInstanceIs() {
        assertThat(BootDiskMove.of(wanting, false, List.of()).kind()).isEqualTo(Kind.MAKE);
        InstanceDisk elsewhere = disk(OTHER_HOST, BUILDS, SIZE, DiskStatus.AVAILABLE);
        InstanceDisk former = disk(HOST, 1, SIZE, DiskStatus.AVAILABLE);
        InstanceDisk going = disk(HOST, BUILDS, SIZE, DiskStatus.DELETING);
        assertThat(move(wanting, elsewhere, going).kind()).isEqualTo(Kind.MAKE);
        assertThat(move(wanting, former, going).kind()).isEqualTo(Kind.MAKE);
    }

    @Test
    void thoseThatNobodyWillBootFromGoBeforeAnotherIsMade() {
        InstanceDisk used = disk(HOST, 1, SIZE, DiskStatus.AVAILABLE);
        InstanceDisk broken = disk(HOST, 1, SIZE, DiskStatus.ERROR);
        InstanceDisk begun = disk(HOST, 1, SIZE, DiskStatus.CREATING);
        InstanceDisk begunElsewhere = disk(OTHER_HOST, BUILDS, SIZE, DiskStatus.CREATING);
        InstanceDisk late = disk(HOST, 1, SIZE, DiskStatus.AVAILABLE);
        InstanceDisk lost = lost(OTHER_HOST, DiskStatus.ERROR);
        isCleared(List.of(broken), broken);
        isCleared(List.of(begun), begun);
        isCleared(List.of(broken, begun, begunElsewhere, late), used, broken, begun, begunElsewhere, late);
        isCleared(List.of(broken), broken, used);
        isCleared(List.of(begun), lost, begun);
    }

    private void isCleared(List<InstanceDisk> removed, InstanceDisk... disks) {
        List<UUID> ids = removed.stream().map(InstanceDisk::id).toList();
        assertThat(move(wanting, disks)).isEqualTo(new BootDiskMove(Kind.CLEAR, null, ids, null));
        List<InstanceDisk> left =
                Stream.of(disks).filter(disk -> !ids.contains(disk.id())).toList();
        assertThat(left).hasSizeLessThan(2);
        assertThat(BootDiskMove.of(wanting, true, left).kind()).isEqualTo(Kind.MAKE);
    }

    @Test
    void instanceWithoutAMachineKeepsWhatItHas() {
        KnownInstance nowhere = instance(null, true, InstanceStatus.STOPPED);
        BootDiskMove move = move(nowhere, disk(HOST, BUILDS, SIZE, DiskStatus.AVAILABLE));
        assertThat(move.kind()).isEqualTo(Kind.REST);
        assertThat(move.removed()).isEmpty();
    }

    @Test
    void whatWasToldOfAMachineHoldsNoLongerOnceTheInstanceHasLeftIt() {
        KnownInstance nowhere = instance(null, true, InstanceStatus.STOPPED);
        for (DiskStatus status : List.of(DiskStatus.AVAILABLE, DiskStatus.ERROR)) {
            assertThat(news(nowhere, disk(HOST, BUILDS, SIZE, status)))
                    .isEqualTo(new BootDiskReport(BootDiskStatus.WAITING, null, null, null, BUILDS, SIZE));
        }
        assertThat(news(nowhere).status()).isEqualTo(BootDiskStatus.WAITING);
        assertThat(BootDiskMove.of(nowhere, false, List.of()).news())
                .as("nothing to take back")
                .isNull();
    }

    @Test
    void whatItIsIsToldAsItsHostShowsIt() {
        assertThat(status(wanting, DiskStatus.CREATING)).isEqualTo(BootDiskStatus.WAITING);
        assertThat(status(wanting, DiskStatus.GROWING)).isEqualTo(BootDiskStatus.WAITING);
        assertThat(status(wanting, DiskStatus.AVAILABLE)).isEqualTo(BootDiskStatus.READY);
        assertThat(status(wanting, DiskStatus.ERROR)).isEqualTo(BootDiskStatus.FAILED);
        assertThat(news(wanting, disk(HOST, BUILDS, SIZE, DiskStatus.ERROR)).reason())
                .isEqualTo("It is broken");
    }

    @Test
    void newsSayForWhichMachineBuildAndSizeTheyAre() {
        InstanceDisk larger = disk(HOST, BUILDS, SIZE + 10, DiskStatus.AVAILABLE);
        assertThat(news(wanting, larger))
                .isEqualTo(new BootDiskReport(BootDiskStatus.READY, null, HOST, larger.id(), BUILDS, SIZE));
    }

    @Test
    void oneThatIsTooSmallGrows() {
        BootDiskMove move = move(wanting, disk(HOST, BUILDS, SIZE - 1, DiskStatus.AVAILABLE));
        assertThat(move.kind()).isEqualTo(Kind.GROW);
        assertThat(move.news()).isNotNull().satisfies(news -> assertThat(news.status())
                .isEqualTo(BootDiskStatus.WAITING));
    }

    @Test
    void formerOnesGoOnceTheNextIsReadyAndNotBefore() {
        InstanceDisk former = disk(HOST, 1, SIZE, DiskStatus.AVAILABLE);
        InstanceDisk next = disk(HOST, BUILDS, SIZE, DiskStatus.CREATING);
        assertThat(move(wanting, former, next).removed()).isEmpty();
        InstanceDisk ready = disk(HOST, BUILDS, SIZE, DiskStatus.AVAILABLE);
        InstanceDisk lost = lost(OTHER_HOST, DiskStatus.ERROR);
        assertThat(move(wanting, former, lost, ready).removed()).containsExactly(former.id(), lost.id());
    }

    @Test
    void allGoWithTheirInstanceAndAreReleasedOnceTheyAreGone() {
        InstanceDisk one = disk(HOST, BUILDS, SIZE, DiskStatus.AVAILABLE);
        BootDiskMove move = move(leaving, one);
        assertThat(move.removed()).containsExactly(one.id());
        assertThat(move.news()).isNotNull().satisfies(news -> assertThat(news.status())
                .isEqualTo(BootDiskStatus.RELEASING));
        assertThat(status(leaving, DiskStatus.DELETING)).isEqualTo(BootDiskStatus.RELEASING);
        assertThat(news(leaving))
                .isEqualTo(new BootDiskReport(BootDiskStatus.RELEASED, null, null, null, BUILDS, SIZE));
    }

    @Test
    void nobodyWaitsForWhatIsOnALostMachine() {
        InstanceDisk lost = lost(OTHER_HOST, DiskStatus.AVAILABLE);
        BootDiskMove move = move(leaving, lost);
        assertThat(move.removed()).containsExactly(lost.id());
        assertThat(move.news()).isNotNull().satisfies(news -> assertThat(news.status())
                .isEqualTo(BootDiskStatus.RELEASED));
    }

    @Test
    void nothingIsSaidOfAnInstanceThatHasNotBegun() {
        KnownInstance beginning = instance(null, false, false, InstanceStatus.CREATING, UUID.randomUUID());
        assertThat(BootDiskMove.of(beginning, false, List.of()).news()).isNull();
        assertThat(BootDiskMove.of(leaving, false, List.of()).news()).isNotNull();
    }

    @Test
    void instanceThatBootsFromNoVersionAnyMoreIsToldThatNothingIsLeftWhateverWasSaidBefore() {
        KnownInstance running = versionless(HOST, InstanceStatus.RUNNING);
        KnownInstance leavingNowhere = versionless(null, InstanceStatus.DELETING);
        for (KnownInstance instance : List.of(running, leavingNowhere)) {
            assertThat(BootDiskMove.of(instance, false, List.of()).news())
                    .isEqualTo(new BootDiskReport(BootDiskStatus.RELEASED, null, null, null, BUILDS, SIZE));
        }
        KnownInstance neverHeldOne = instance(null, false, false, InstanceStatus.DELETING, null);
        assertThat(BootDiskMove.of(neverHeldOne, false, List.of()).news()).isNull();
    }

    private static BootDiskStatus status(KnownInstance instance, DiskStatus status) {
        return news(instance, disk(HOST, BUILDS, SIZE, status)).status();
    }

    private static BootDiskReport news(KnownInstance instance, InstanceDisk... disks) {
        return Objects.requireNonNull(move(instance, disks).news());
    }

    private static BootDiskMove move(KnownInstance instance, InstanceDisk... disks) {
        return BootDiskMove.of(instance, true, List.of(disks));
    }

    private static InstanceDisk disk(UUID host, long builds, int sizeGb, DiskStatus status) {
        boolean isMade = status == DiskStatus.AVAILABLE || status == DiskStatus.GROWING;
        return new InstanceDisk(UUID.randomUUID(), host, builds, sizeGb, status, "It is broken", isMade, false);
    }

    private static InstanceDisk lost(UUID host, DiskStatus status) {
        return new InstanceDisk(UUID.randomUUID(), host, BUILDS, SIZE, status, null, true, true);
    }

    private static KnownInstance instance(@Nullable UUID machine, boolean wantsDisk, InstanceStatus status) {
        return instance(machine, wantsDisk, true, status, UUID.randomUUID());
    }

    private static KnownInstance versionless(@Nullable UUID machine, InstanceStatus status) {
        return instance(machine, false, true, status, null);
    }

    private static KnownInstance instance(
            @Nullable UUID machine, boolean wantsDisk, boolean isHeld, InstanceStatus status, @Nullable UUID version) {
        return new KnownInstance(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                status,
                SIZE,
                machine,
                UUID.randomUUID(),
                version,
                wantsDisk,
                isHeld,
                BUILDS,
                false);
    }
}
