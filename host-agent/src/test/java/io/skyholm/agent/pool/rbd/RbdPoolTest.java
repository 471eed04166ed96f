package io.skyholm.agent.pool.rbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceph.rbd.RbdException;
import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.CheckNote;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPlaces.InCeph;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.DiskPoolContract;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.Sha256;
import io.skyholm.agent.pool.luks.DiskKeyring;
import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.RbdImage;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfSystemProperty(named = RealCeph.WANTED, matches = "true")
class RbdPoolTest extends DiskPoolContract {

    private static final int SIZE = 12 << 20;
    private static final DiskSource SOURCE = new DiskSource(UUID.randomUUID(), DiskFormat.RAW, "");
    private static final byte[] IMAGE = random(5, 5 << 20);

    private final UUID disk = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final CephSettings settings = RealCeph.fresh();
    private final RealCeph.Seen seen = RealCeph.seen(settings);
    private final List<UUID> copied = Collections.synchronizedList(new ArrayList<>());
    private final Path store;
    private RbdPool pool;

    RbdPoolTest(@TempDir Path store) throws IOException {
        this.store = store;
        this.pool = RealCeph.pool(settings, this::copy, new ObjectDraftFolder(store));
    }

    @AfterEach
    void close() {
        pool.close();
        seen.close();
    }

    @Override
    protected DiskPool pool() {
        return pool;
    }

    /** The one before is left as a killed one is. */
    @Override
    protected DiskPool startedAnew() {
        pool.close();
        pool = RealCeph.pool(settings, this::copy, new ObjectDraftFolder(store));
        return pool;
    }

    @Test
    void aDiskBeginsWithTheBytesOfItsImageAndGoesOnWithZeros() throws IOException {
        pool.create(disk, SIZE, SOURCE);
        assertThat(seen.bytes(disk)).isEqualTo(Arrays.copyOf(IMAGE, SIZE));
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true));
    }

    @Test
    void whereADiskIsIsSaidAndThatItIsElsewhereAfterARollback() throws IOException {
        UUID snapshot = UUID.randomUUID();
        assertThat(image(disk)).isEmpty();
        pool.create(disk, SIZE, null);
        RbdImage first = new RbdImage(RealCeph.POOL, seen.imageOf(disk));
        assertThat(image(disk)).contains(first);
        pool.takeSnapshot(snapshot, disk);
        pool.restoreFrom(snapshot, disk, SIZE, 3);
        assertThat(image(disk)).contains(new RbdImage(RealCeph.POOL, seen.imageOf(disk)));
        assertThat(image(disk)).isNotEqualTo(Optional.of(first));
    }

    @Test
    void theBytesOfAnImageAreCopiedOnceForAllDisks() throws IOException {
        List<UUID> disks =
                IntStream.range(0, 6).mapToObj(number -> UUID.randomUUID()).toList();
        disks.parallelStream().forEach(id -> pool.create(id, SIZE, SOURCE));
        assertThat(copied).containsExactly(SOURCE.objectId());
        byte[] own = random(1, 100);
        seen.write(disks.getFirst(), own, 0);
        assertThat(Arrays.copyOf(seen.bytes(disks.getFirst()), 100)).isEqualTo(own);
        assertThat(seen.bytes(disks.getLast())).isEqualTo(Arrays.copyOf(IMAGE, SIZE));
        disks.forEach(pool::remove);
        assertThat(startedAnew().disks()).isEmpty();
        assertThat(seen.images().names()).isEmpty();
    }

    @Test
    void anImageThatIsLargerThanTheDiskIsRefusedAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> pool.create(disk, 1 << 20, SOURCE)).hasMessageContaining("cannot be made");
        assertThat(seen.images().names()).isEmpty();
        pool.create(disk, SIZE, SOURCE);
        assertThatThrownBy(() -> pool.create(snapshot, 1 << 20, SOURCE))
                .hasMessage("The image is larger than the disk");
        assertThat(pool.disks()).hasSize(1);
    }

    @Test
    void aSnapshotHasTheBytesOfItsMomentAndTheDiskGetsThemBack() throws IOException {
        pool.create(disk, SIZE, SOURCE);
        byte[] before = seen.bytes(disk);
        pool.takeSnapshot(snapshot, disk);
        pool.grow(disk, 2 * SIZE);
        seen.write(disk, random(2, 300_001), SIZE - 1000);
        seen.write(disk, random(3, 300_001), 3 << 20);
        pool.restoreFrom(snapshot, disk, 2 * SIZE, 1);
        assertThat(seen.bytes(disk)).isEqualTo(Arrays.copyOf(before, 2 * SIZE));
        assertThat(pool.disk(disk)).contains(new Disk(disk, 2 * SIZE, true, 1));
    }

    @Test
    void aDiskOfASnapshotHasALifeOfItsOwn() throws IOException {
        UUID clone = UUID.randomUUID();
        pool.create(disk, SIZE, null);
        seen.write(disk, random(1, 300_001), 1 << 20);
        byte[] before = seen.bytes(disk);
        pool.takeSnapshot(snapshot, disk);
        pool.createFrom(snapshot, clone, 2 * SIZE);
        seen.write(clone, random(2, 300_001), 2 << 20);
        byte[] changed = seen.bytes(clone);
        assertThat(Arrays.copyOf(changed, 2 << 20)).isEqualTo(Arrays.copyOf(before, 2 << 20));
        assertThat(seen.bytes(disk)).isEqualTo(before);
        pool.remove(disk);
        assertThat(seen.bytes(clone)).isEqualTo(changed);
        pool.removeSnapshot(snapshot);
        assertThat(seen.bytes(clone)).isEqualTo(changed);
        pool.remove(clone);
        assertNothingIsLeft();
    }

    @Test
    void whatWasRolledBackManyTimesIsNotLookedForInManyImages() throws IOException {
        pool.create(disk, SIZE, SOURCE);
        List<UUID> snapshots = new ArrayList<>();
        Map<UUID, byte[]> kept = new HashMap<>();
        for (int round = 1; round <= 7; round++) {
            UUID next = UUID.randomUUID();
            seen.write(disk, random(round, 1000), 1000L * round);
            pool.takeSnapshot(next, disk);
            byte[] before = seen.bytes(disk);
            seen.write(disk, random(77, 5000), 0);
            pool.restoreFrom(next, disk, SIZE, round);
            assertThat(seen.bytes(disk)).isEqualTo(before);
            snapshots.add(next);
            kept.put(next, before);
        }
        assertThat(seen.index().all(RbdIndex.DISKS).values())
                .allSatisfy(entry -> assertThat(entry.depth()).isLessThanOrEqualTo(5));
        byte[] last = seen.bytes(disk);
        Collections.shuffle(snapshots, new Random(1));
        for (UUID next : snapshots) {
            assertThat(seen.bytesOfSnapshot(next)).isEqualTo(kept.remove(next));
            pool.removeSnapshot(next);
            for (Map.Entry<UUID, byte[]> other : kept.entrySet()) {
                assertThat(seen.bytesOfSnapshot(other.getKey())).isEqualTo(other.getValue());
            }
            assertThat(seen.bytes(disk)).isEqualTo(last);
        }
        assertThat(seen.bytes(disk)).isEqualTo(last);
        pool.remove(disk);
        assertNothingIsLeft();
    }

    @Test
    void theStoreIsLeftTheBytesOfTheSnapshotWithoutItsHolesAndOnce() throws IOException {
        UUID export = UUID.randomUUID();
        UUID object = UUID.randomUUID();
        Path draft = store.resolve("receiving").resolve(object.toString()).resolve("export");
        pool.create(disk, SIZE, SOURCE);
        seen.write(disk, random(2, 300_001), 7 << 20);
        pool.takeSnapshot(snapshot, disk);
        byte[] before = seen.bytes(disk);
        seen.write(disk, random(3, 300_001), 3 << 20);
        pool.export(export, snapshot, object);
        assertThat(Files.readAllBytes(draft)).isEqualTo(before);
        assertThat(startedAnew().exports()).containsExactly(new Disk(export, SIZE, true));
        MessageDigest digest = Sha256.digest();
        digest.update(before);
        assertThat(startedAnew().exportedSha256(export)).contains(HexFormat.of().formatHex(digest.digest()));
        Files.delete(draft);
        pool.export(export, snapshot, object);
        assertThat(draft).doesNotExist();
        pool.forgetExport(export);
        pool.forgetExport(export);
        assertThat(pool.export(export)).isEmpty();
        pool.removeSnapshot(snapshot);
        pool.remove(disk);
        assertNothingIsLeft();
    }

    @Test
    void theStoreIsLeftWhatHasChangedSinceASnapshotOfWhichADiskIsMadeAsItWas() throws IOException {
        UUID full = UUID.randomUUID();
        UUID[] snapshots = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
        UUID[] differences = {UUID.randomUUID(), UUID.randomUUID()};
        pool.create(disk, SIZE, SOURCE);
        seen.write(disk, random(2, 300_001), 7 << 20);
        pool.takeSnapshot(snapshots[0], disk);
        pool.export(full, snapshots[0], full);
        assertThat(pool.differenceBytes(full)).isZero();
        seen.write(disk, random(3, 300_001), 3 << 20);
        pool.takeSnapshot(snapshots[1], disk);
        pool.export(differences[0], snapshots[1], snapshots[0], differences[0]);
        pool.grow(disk, 2 * SIZE);
        seen.write(disk, random(4, 5_000), (7 << 20) + 17);
        seen.write(disk, random(5, 5_000), SIZE + 4097);
        pool.takeSnapshot(snapshots[2], disk);
        byte[] last = seen.bytesOfSnapshot(snapshots[2]);
        seen.write(disk, random(6, 5_000), 0);
        pool.export(differences[1], snapshots[2], snapshots[1], differences[1]);
        assertThat(pool.differenceBytes(differences[0]))
                .isEqualTo(Files.size(draft(differences[0])))
                .isBetween(300_001L, 5L << 20);
        assertThat(startedAnew().differenceBytes(differences[1])).isBetween(10_000L, 1L << 20);
        String sum = sum(last);
        assertThat(pool.exportedSha256(differences[1])).contains(sum);
        for (UUID object : List.of(full, differences[0], differences[1])) {
            seal(object);
        }
        UUID restored = UUID.randomUUID();
        DiskPool reading = reading();
        assertThatThrownBy(() -> reading.create(UUID.randomUUID(), 2 * SIZE, layered(full, sum, differences[0])))
                .hasMessageContaining("are not those that were verified");
        assertThatThrownBy(() -> reading.create(UUID.randomUUID(), 2 * SIZE, layered(full, sum, differences[1])))
                .hasMessageContaining("are not those that were verified");
        reading.create(restored, 2 * SIZE, layered(full, sum, differences));
        assertThat(seen.bytes(restored)).isEqualTo(last);
    }

    private static DiskSource layered(UUID base, String sum, UUID... differences) {
        return new DiskSource(base, DiskFormat.RAW, sum, null, List.of(differences));
    }

    /** The one that takes the bytes of disks from the store. */
    private DiskPool reading() throws IOException {
        pool.close();
        pool = RealCeph.pool(settings, new ImageFolder(store), new ObjectDraftFolder(store));
        return pool;
    }

    private Path draft(UUID object) {
        return store.resolve("receiving").resolve(object.toString()).resolve("export");
    }

    private void seal(UUID object) throws IOException {
        Path sealed = Files.createDirectories(store.resolve("sealed"));
        Files.move(store.resolve("receiving").resolve(object.toString()), sealed.resolve(object.toString()));
    }

    private static String sum(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void whereNobodyCanTellWhatHasChangedAllBytesAreLeft() throws IOException {
        UUID gone = UUID.randomUUID();
        UUID before = UUID.randomUUID();
        pool.create(disk, SIZE, SOURCE);
        pool.takeSnapshot(before, disk);
        pool.restoreFrom(before, disk, SIZE, 1);
        pool.takeSnapshot(snapshot, disk);
        UUID later = UUID.randomUUID();
        pool.takeSnapshot(later, disk);
        for (UUID base : List.of(gone, before, later)) {
            UUID export = UUID.randomUUID();
            pool.export(export, snapshot, base, export);
            assertThat(draft(export)).hasSize(SIZE);
            assertThat(pool.differenceBytes(export)).isZero();
            assertThat(pool.exportedSha256(export)).contains(sum(seen.bytesOfSnapshot(snapshot)));
        }
    }

    @Test
    void theStoreIsLeftTheBytesThatADiskHasNow() throws IOException {
        UUID export = UUID.randomUUID();
        UUID object = UUID.randomUUID();
        Path draft = store.resolve("receiving").resolve(object.toString()).resolve("export");
        pool.create(disk, SIZE, SOURCE);
        seen.write(disk, random(2, 300_001), 7 << 20);
        byte[] now = seen.bytes(disk);
        pool.exportDisk(export, disk, object);
        assertThat(Files.readAllBytes(draft)).isEqualTo(now);
        assertThat(startedAnew().exports()).containsExactly(new Disk(export, SIZE, true));
        pool.forgetExport(export);
        pool.remove(disk);
        assertThatThrownBy(() -> pool.exportDisk(export, disk, object)).hasMessage("Disk " + disk + " is not there");
        assertThat(pool.exports()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void anExportThatCannotBeMadeShowsAsOneThatIsNotWholeUntilItIs() throws IOException {
        UUID export = UUID.randomUUID();
        assertThatThrownBy(() -> pool.export(export, snapshot, UUID.randomUUID()))
                .hasMessage("Snapshot " + snapshot + " is not there");
        assertThat(pool.exports()).isEmpty();
        pool.create(disk, SIZE, null);
        pool.takeSnapshot(snapshot, disk);
        Path elsewhere = store.resolveSibling("away-" + store.getFileName());
        Files.move(store, elsewhere);
        assertThatThrownBy(() -> pool.export(export, snapshot, UUID.randomUUID()))
                .hasMessageContaining("the object store is not there");
        assertThat(pool.export(export)).contains(new Disk(export, SIZE, false));
        assertThat(pool.exportedSha256(export)).isEmpty();
        Files.move(elsewhere, store);
        pool.export(export, snapshot, UUID.randomUUID());
        assertThat(pool.export(export)).contains(new Disk(export, SIZE, true));
    }

    @Test
    void whatIsLeftOfADiskWithSnapshotsTakesOnlyTheRoomOfThese() throws IOException {
        pool.create(disk, SIZE, null);
        pool.takeSnapshot(snapshot, disk);
        String image = seen.imageOf(disk);
        pool.remove(disk);
        long bytes = seen.images().open(image, open -> open.stat().size);
        assertThat(bytes).isZero();
        pool.removeSnapshot(snapshot);
        assertNothingIsLeft();
    }

    @Test
    void aDiskThatSomebodyElseRemovedIsNotThere() throws IOException {
        pool.create(disk, SIZE, null);
        assertThat(seen.images().remove(seen.imageOf(disk))).isTrue();
        assertThat(pool.disks()).isEmpty();
        assertThat(pool.disk(disk)).isEmpty();
        pool.remove(disk);
        assertThat(seen.index().all(RbdIndex.DISKS)).isEmpty();
    }

    @Test
    void anObjectMapThatIsNotValidIsFoundAndWrittenAnew() throws IOException {
        pool.create(disk, SIZE, null);
        seen.write(disk, random(1, 300_001), 5 << 20);
        byte[] before = seen.bytes(disk);
        seen.loseObjectMap();
        seen.write(disk, Arrays.copyOfRange(before, 5 << 20, (5 << 20) + 1), 5 << 20);
        assertThat(checked(false, 1).findings()).first().asString().contains("object map of the image is not valid");
        assertThat(checked(false, 2).outcome()).isEqualTo(CheckOutcome.DAMAGED);
        assertThat(checked(true, 3))
                .isEqualTo(new CheckResult(
                        CheckOutcome.REPAIRED,
                        List.of("The object map of the image was not valid, and is written anew")));
        assertThat(checked(true, 4).outcome()).isEqualTo(CheckOutcome.SOUND);
        assertThat(seen.bytes(disk)).isEqualTo(before);
    }

    @Test
    void aDiskWhoseImageOrWhoseBaseIsGoneIsDamaged() throws IOException {
        pool.create(disk, SIZE, SOURCE);
        assertThat(checked(false, 1).outcome()).isEqualTo(CheckOutcome.SOUND);
        pool.takeSnapshot(snapshot, disk);
        pool.restoreFrom(snapshot, disk, SIZE, 1);
        assertThat(checked(false, 2).outcome()).isEqualTo(CheckOutcome.SOUND);
        pool.removeSnapshot(snapshot);
        assertThat(seen.images().remove(seen.imageOf(disk))).isTrue();
        assertThat(checked(true, 3).findings()).first().asString().isEqualTo("The image of the disk is not there");
        assertThat(startedAnew().check(disk).orElseThrow().run()).isEqualTo(3);
        pool.forgetCheck(disk);
        pool.remove(disk);
        assertNothingIsLeft();
        assertThat(pool.checks()).isEmpty();
    }

    /** A check holds no image, so that what it reads can be removed. */
    @Test
    void whatIsBeingCheckedCanBeRemovedWhenThatIsGivenUp() throws Exception {
        pool.create(disk, 64L << 30, null);
        Thread checking = Thread.ofVirtual().start(() -> {
            try {
                pool.check(disk, 64L << 30, false, 1);
            } catch (RuntimeException givenUp) {
                assertThat(givenUp).hasMessageContaining("Ceph");
            }
        });
        checking.interrupt();
        checking.join();
        assertThat(BoundedWait.waitUntil(this::isRemoved, Duration.ofSeconds(30)))
                .isTrue();
        assertThat(pool.check(disk)).isEmpty();
    }

    private boolean isRemoved() {
        try {
            pool.remove(disk);
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private CheckResult checked(boolean repair, long run) {
        pool.check(disk, SIZE, repair, run);
        CheckNote note = pool.check(disk).orElseThrow();
        assertThat(note.run()).isEqualTo(run);
        return note.result();
    }

    @Test
    void whatIsNotAnAgentsIsLeftAlone() throws IOException {
        List<String> theirs =
                List.of("theirs", "disk.theirs", "base." + UUID.randomUUID(), "disk." + UUID.randomUUID() + ".old");
        for (String image : theirs) {
            seen.images().create(image, SIZE);
        }
        pool.create(disk, SIZE, null);
        assertThat(startedAnew().disks()).hasSize(1);
        pool.remove(disk);
        assertThat(seen.images().names()).containsExactlyInAnyOrderElementsOf(theirs);
    }

    /** Its index may have been lost, or another platform may have been there. */
    @Test
    void noIndexIsBegunInAPoolThatHasDisksOfHosts() throws IOException, InterruptedException {
        CephSettings whole = RealCeph.poolOfItsOwn();
        String image = Names.ofDisk(disk);
        try (RealCeph.Seen others = RealCeph.seen(whole)) {
            others.images().create(image, SIZE);
            assertThatThrownBy(() -> RealCeph.pool(whole, this::copy, new ObjectDraftFolder(store)))
                    .hasMessageContaining("no index of them");
            assertThat(others.images().names()).containsExactly(image);
            assertThat(others.images().remove(image)).isTrue();
            try (RbdPool first = RealCeph.pool(whole, this::copy, new ObjectDraftFolder(store))) {
                assertThat(first.disks()).isEmpty();
                others.images().create(image, SIZE);
            }
            try (RbdPool next = RealCeph.pool(whole, this::copy, new ObjectDraftFolder(store))) {
                assertThat(next.disks()).isEmpty();
                assertThat(others.images().names()).isEmpty();
            }
        } finally {
            String ignored = RealCeph.run(
                    "ceph", "osd", "pool", "rm", whole.pool(), whole.pool(), "--yes-i-really-really-mean-it");
        }
    }

    @Test
    void whoElseHasAnImageOpenWritesNothingAnyMoreAndTheAgentDoes() throws IOException {
        pool.create(disk, SIZE, SOURCE);
        OpenedImages opened = new OpenedImages(pool, new DiskKeyring());
        InCeph image = (InCeph) opened.find(disk).orElseThrow().place();
        opened.shutOthersOut(image);
        seen.write(disk, random(1, 100), 0);
        try (RealCeph.Seen other = RealCeph.seen(settings)) {
            assertThatThrownBy(() -> other.writeAround(disk, () -> shutOthersOut(opened, image)))
                    .isInstanceOfSatisfying(RbdException.class, refused -> assertThat(refused.getReturnValue())
                            .isEqualTo(CephErrors.SHUT_OUT));
        }
        pool.takeSnapshot(snapshot, disk);
        pool.grow(disk, 2 * SIZE);
        assertThat(Arrays.copyOf(seen.bytes(disk), 100)).isEqualTo(random(1, 100));
    }

    /** One that is cut off for long is seen by nobody to have the image open, and still has it locked. */
    @Test
    void whoHasAnImageLockedAndIsSilentWritesNothingAnyMore() throws Exception {
        pool.create(disk, SIZE, null);
        OpenedImages opened = new OpenedImages(pool, new DiskKeyring());
        InCeph image = (InCeph) opened.find(disk).orElseThrow().place();
        String header;
        try (RealCeph.Seen other = RealCeph.seen(settings)) {
            header = "rbd_header." + other.idOf(disk);
            int locked = Librados.LIBRARY.rados_lock_exclusive(
                    other.io().getPointer(), header, "rbd_lock", "auto 1", "", null, (byte) 0);
            assertThat(locked).isZero();
            shutOthersOut(opened, image);
            assertThatThrownBy(() -> other.io().write(header + ".other", "late"))
                    .isInstanceOf(IOException.class);
        }
    }

    /** A daemon of Ceph learns of it from the first who works with it after that, at the latest: before, nobody has read what would still be written. */
    private void shutOthersOut(OpenedImages opened, InCeph image) {
        opened.shutOthersOut(image);
        assertThat(opened.find(disk)).isPresent();
    }

    @Test
    void thousandsOfDisksAreListed() throws IOException {
        for (int number = 0; number < 1100; number++) {
            UUID id = UUID.randomUUID();
            seen.index().put(RbdIndex.SNAPSHOTS, id, new IndexEntry("disk." + id, SIZE, true, 0, 0));
        }
        assertThat(seen.index().all(RbdIndex.SNAPSHOTS)).hasSize(1100);
        assertThat(seen.index().all(RbdIndex.DISKS)).isEmpty();
    }

    /** Base images stay until the next agent. */
    private void assertNothingIsLeft() throws IOException {
        assertThat(startedAnew().disks()).isEmpty();
        assertThat(pool.snapshots()).isEmpty();
        assertThat(seen.images().names()).isEmpty();
        assertThat(seen.hasNoBytesSoon()).isTrue();
    }

    private long copy(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
        if (IMAGE.length > sizeBytes) {
            throw new IOException("it does not fit");
        }
        copied.add(source.objectId());
        for (int at = 0; at < IMAGE.length; at += 1 << 20) {
            int written = target.write(ByteBuffer.wrap(IMAGE, at, Math.min(1 << 20, IMAGE.length - at)), at);
            assertThat(written).isPositive();
        }
        return IMAGE.length;
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Optional<RbdImage> image(UUID id) {
        return pool.located(id).flatMap(located -> Optional.ofNullable(located.image()));
    }
}
