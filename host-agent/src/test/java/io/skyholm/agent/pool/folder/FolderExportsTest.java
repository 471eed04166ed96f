package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.ObjectDrafts;
import io.skyholm.agent.pool.Sha256;
import io.skyholm.events.difference.Difference;
import io.skyholm.events.difference.Extent;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bytes of snapshots are left with the object store, and what is noted of it. */
class FolderExportsTest {

    private static final long SIZE = 8L << 20;
    private static final int WRITTEN_AT = 3 << 20;

    private final UUID disk = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final UUID export = UUID.randomUUID();
    private final UUID object = UUID.randomUUID();
    private final Path folder;
    private final Path store;

    FolderExportsTest(@TempDir Path temporary) throws IOException {
        this.folder = temporary.resolve("disks");
        this.store = Files.createDirectory(temporary.resolve("store"));
    }

    @Test
    void theStoreHasTheBytesOfTheSnapshotAndIsGivenThemOnce() throws IOException {
        DiskPool pool = pool(new ObjectDraftFolder(store));
        byte[] before = taken(pool);
        pool.export(export, snapshot, object);
        assertThat(Files.readAllBytes(draft())).isEqualTo(before);
        assertThat(pool.exports()).extracting(Disk::id, Disk::whole).containsExactly(tuple(export, true));
        assertThat(pool(new ObjectDraftFolder(store)).exportedSha256(export)).contains(sum(before));
        Files.delete(draft());
        pool.export(export, snapshot, object);
        assertThat(draft()).doesNotExist();
    }

    @Test
    void theStoreHasTheBytesThatADiskHasNow() throws IOException {
        DiskPool pool = pool(new ObjectDraftFolder(store));
        byte[] now = taken(pool);
        pool.removeSnapshot(snapshot);
        pool.exportDisk(export, disk, object);
        assertThat(Files.readAllBytes(draft())).isEqualTo(now);
        Files.delete(draft());
        pool.exportDisk(export, disk, object);
        assertThat(draft()).doesNotExist();
        assertThatThrownBy(() -> pool.exportDisk(UUID.randomUUID(), UUID.randomUUID(), object))
                .hasMessageContaining("is not there");
    }

    @Test
    void aPoolOfFilesLeavesAllBytesWhateverTheStoreHasAlready() throws IOException {
        DiskPool pool = pool(new ObjectDraftFolder(store));
        byte[] before = taken(pool);
        UUID base = UUID.randomUUID();
        pool.takeSnapshot(base, disk);
        pool.export(export, snapshot, base, object);
        assertThat(Files.readAllBytes(draft())).isEqualTo(before);
        assertThat(pool.differenceBytes(export)).isZero();
    }

    @Test
    void aDiskIsMadeOfABaseAndOfWhatChangedAfterIt() throws IOException {
        DiskPool pool = pool(new ObjectDraftFolder(store));
        byte[] base = taken(pool);
        byte[] now = Arrays.copyOf(base, base.length + 4096);
        byte[] change = {1, 2, 3};
        System.arraycopy(change, 0, now, 17, change.length);
        Arrays.fill(now, WRITTEN_AT, WRITTEN_AT + 100, (byte) 0);
        List<Extent> extents = List.of(new Extent(17, change.length, false), new Extent(WRITTEN_AT, 100, true));
        Difference difference = new Difference(base.length, now.length, sum(now), extents);
        UUID changed = UUID.randomUUID();
        seal(object, base);
        seal(changed, headerOf(difference), change);
        UUID restored = UUID.randomUUID();
        pool.create(restored, now.length, of(sum(now), changed));
        assertThat(Files.readAllBytes(folder.resolve(restored + ".raw"))).isEqualTo(now);
        UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> pool.create(other, now.length, of(sum(base), changed)))
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isLasting())
                        .isTrue())
                .hasMessageContaining("are not those that were verified");
        assertThatThrownBy(() -> pool.create(other, base.length, of(sum(now), changed)))
                .hasMessageContaining("larger than the disk");
        assertThatThrownBy(() -> pool.create(other, now.length, of(sum(now), object)))
                .hasMessageContaining("should be a difference");
        assertThat(pool.disk(other).filter(Disk::whole)).isEmpty();
    }

    private DiskSource of(String sum, UUID difference) {
        return new DiskSource(object, DiskFormat.RAW, sum, null, List.of(difference));
    }

    private static byte[] headerOf(Difference difference) {
        byte[] header = new byte[difference.headerBytes()];
        difference.header().get(header);
        return header;
    }

    private void seal(UUID sealed, byte[]... parts) throws IOException {
        Path at = Files.createDirectories(store.resolve("sealed").resolve(sealed.toString()));
        for (int part = 0; part < parts.length; part++) {
            Files.write(at.resolve("%06d".formatted(part)), parts[part]);
        }
    }

    @Test
    void whatIsForgottenStaysWithTheStore() throws IOException {
        DiskPool pool = pool(new ObjectDraftFolder(store));
        taken(pool);
        pool.export(export, snapshot, object);
        pool.forgetExport(export);
        pool.forgetExport(export);
        assertThat(pool.exports()).isEmpty();
        assertThat(draft()).exists();
        assertThat(pool.snapshots()).hasSize(1);
        assertThat(pool.exportedSha256(export)).isEmpty();
    }

    @Test
    void aNoteOfAnAgentThatKeptNoSumSaysNone() throws IOException {
        DiskPool pool = pool(new ObjectDraftFolder(store));
        Files.createFile(folder.resolve(export + ".export"));
        assertThat(pool.export(export)).get().extracting(Disk::whole).isEqualTo(true);
        assertThat(pool.exportedSha256(export)).isEmpty();
    }

    private static String sum(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void whoeverWasKilledBeganSomethingThatTheNextEndsWithTheWholeBytes() throws IOException {
        byte[] before = taken(pool(new ObjectDraftFolder(store)));
        DiskPool killed = pool((id, content) -> {
            Files.createDirectories(draft().getParent());
            Files.writeString(draft(), "half of it, and more than there should be".repeat(1 << 18));
            throw new IOException("killed");
        });
        assertThatThrownBy(() -> killed.export(export, snapshot, object)).hasMessageContaining("killed");
        assertThat(killed.export(export)).get().extracting(Disk::whole).isEqualTo(false);
        assertThat(killed.exportedSha256(export)).isEmpty();
        DiskPool next = pool(new ObjectDraftFolder(store));
        next.export(export, snapshot, object);
        assertThat(Files.readAllBytes(draft())).isEqualTo(before);
    }

    @Test
    void nothingIsNotedThatCannotBeReadBackAsItWasWritten() throws IOException {
        ObjectDrafts broken = (id, content) -> {
            new ObjectDraftFolder(store).leave(id, content);
            try (FileChannel channel = FileChannel.open(draft(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {1}), 0);
                return Sha256.of(channel);
            }
        };
        DiskPool pool = pool(broken);
        taken(pool);
        assertThatThrownBy(() -> pool.export(export, snapshot, object))
                .isInstanceOf(HypervisorProblem.class)
                .hasMessageContaining("other bytes than were written");
        assertThat(pool.export(export)).get().extracting(Disk::whole).isEqualTo(false);
    }

    @Test
    void aStoreThatIsAwayAndASnapshotThatIsNotThereAreSaid() throws IOException {
        DiskPool pool = pool(new ObjectDraftFolder(store.resolve("away")));
        assertThatThrownBy(() -> pool.export(export, snapshot, object))
                .hasMessage("Snapshot " + snapshot + " is not there");
        taken(pool);
        assertThatThrownBy(() -> pool.export(export, snapshot, object))
                .hasMessageContaining("the object store is not there");
        assertThat(store).isEmptyDirectory();
    }

    private DiskPool pool(ObjectDrafts objects) {
        return new FolderPool(folder, new ImageFolder(store), objects);
    }

    private Path draft() {
        return store.resolve("receiving").resolve(object.toString()).resolve("export");
    }

    /** A snapshot of a disk that somebody has written to; gives its bytes. */
    private byte[] taken(DiskPool pool) throws IOException {
        pool.create(disk, SIZE, null);
        byte[] written = new byte[512];
        new Random(7).nextBytes(written);
        try (FileChannel channel = FileChannel.open(folder.resolve(disk + ".raw"), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(written), WRITTEN_AT);
        }
        pool.takeSnapshot(snapshot, disk);
        return Files.readAllBytes(folder.resolve(snapshot + ".snapshot"));
    }
}
