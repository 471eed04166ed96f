package io.skyholm.agent.pool.folder;

import static io.skyholm.agent.pool.DiskPoolContract.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPlaces;
import io.skyholm.agent.pool.FileBytes;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.SparseTarget;
import io.skyholm.agent.pool.luks.DiskKeyring;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.luks.LuksDisk;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bytes lie in the files of encrypted disks, and which are in them. */
class FolderEncryptionTest {

    private static final int SIZE = 3 << 20;
    private static final UUID IMAGE_ID = UUID.randomUUID();
    private static final DiskSource SOURCE = new DiskSource(IMAGE_ID, DiskFormat.RAW, "");

    /** Zeros between bytes, and an end within a sector. */
    private static final byte[] IMAGE = image();

    private final UUID disk = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final Path folder;
    private final Path store;
    private final FolderPool pool;

    FolderEncryptionTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("disks");
        this.store = temporary.resolve("store");
        this.pool = new FolderPool(folder, this::copy, new ObjectDraftFolder(store));
        assertThat(store.toFile().mkdir()).isTrue();
    }

    @Test
    void theBytesOfAnImageAreInTheDiskWithItsZerosAndNotInItsFile() throws IOException {
        pool.create(disk, SIZE, SOURCE, keys(1));
        assertThat(read(disk, keys(1), IMAGE.length)).isEqualTo(padded());
        byte[] lying = Files.readAllBytes(folder.resolve(disk + ".raw.luks"));
        assertThat(lying).hasSize((int) LuksDisk.HEADER + SIZE);
        assertHoldsNothingOfTheImage(lying);
    }

    private static void assertHoldsNothingOfTheImage(byte[] lying) {
        byte[] payload = Arrays.copyOfRange(lying, (int) LuksDisk.HEADER, (int) LuksDisk.HEADER + IMAGE.length);
        for (int at = 0; at + 16 <= IMAGE.length; at += 16) {
            assertThat(Arrays.equals(payload, at, at + 16, IMAGE, at, at + 16))
                    .as("16 bytes at %d", at)
                    .isFalse();
        }
    }

    @Test
    void aKeyThatChangesLeavesTheBytesAsTheyAreAndARollbackBringsThemBack() throws IOException {
        pool.create(disk, SIZE, SOURCE, keys(1));
        pool.takeSnapshot(snapshot, disk);
        pool.changeKey(disk, keys(2, 1));
        assertThat(read(disk, keys(2), IMAGE.length)).isEqualTo(padded());
        write(disk, keys(2), new byte[4096]);
        pool.restoreFrom(snapshot, disk, SIZE, 3);
        assertThatThrownBy(() -> read(disk, keys(2), 512)).hasMessage("The key of the encrypted disk does not open it");
        pool.changeKey(disk, keys(2, 1));
        assertThat(read(disk, keys(2), IMAGE.length)).isEqualTo(padded());
        UUID copy = UUID.randomUUID();
        pool.createFrom(snapshot, copy, SIZE, keys(3, 1));
        pool.changeKey(copy, keys(3, 1));
        assertThat(read(copy, keys(3), IMAGE.length)).isEqualTo(padded());
    }

    @Test
    void whatIsNotEncryptedIsEncryptedWhenItIsCopied() throws IOException {
        pool.create(disk, SIZE, SOURCE);
        pool.takeSnapshot(snapshot, disk);
        UUID copy = UUID.randomUUID();
        pool.createFrom(snapshot, copy, SIZE, keys(1));
        byte[] whole = Arrays.copyOf(IMAGE, SIZE);
        assertThat(read(copy, keys(1), SIZE)).isEqualTo(whole);
        assertHoldsNothingOfTheImage(Files.readAllBytes(folder.resolve(copy + ".raw.luks")));
    }

    @Test
    void whatIsLeftWithTheStoreIsEncryptedAndADiskIsMadeOfItInAnotherPool() throws IOException {
        UUID object = UUID.randomUUID();
        pool.create(disk, SIZE, SOURCE, keys(1));
        pool.exportDisk(UUID.randomUUID(), disk, object);
        Path draft = store.resolve("receiving").resolve(object.toString()).resolve("export");
        byte[] left = Files.readAllBytes(draft);
        assertThat(left).isEqualTo(Files.readAllBytes(folder.resolve(disk + ".raw.luks")));
        FolderPool elsewhere = new FolderPool(
                folder.resolveSibling("elsewhere"),
                (source, target, sizeBytes) -> target.write(ByteBuffer.wrap(left), 0),
                new ObjectDraftFolder(store));
        DiskSource encrypted = new DiskSource(object, DiskFormat.RAW, "", true);
        elsewhere.create(disk, SIZE, encrypted, keys(2, 1));
        assertThat(elsewhere.disk(disk)).contains(new Disk(disk, SIZE, true).openedBy(0));
        assertThatThrownBy(() -> elsewhere.changeKey(disk, keys(2))).hasMessageContaining("None of the keys");
        elsewhere.changeKey(disk, keys(2, 1));
        assertThat(elsewhere.disk(disk)).contains(new Disk(disk, SIZE, true).openedBy(2));
    }

    /** A hypervisor that opened the file as it is would write over the header. */
    @Test
    void aHypervisorIsGivenAnEncryptedDiskWithWhatOpensItOrNotAtAll() {
        DiskKeyring keyring = new DiskKeyring();
        OpenedFiles files = new OpenedFiles(pool, keyring);
        assertThat(files.find(disk)).isEmpty();
        pool.create(disk, SIZE, null, keys(1));
        assertThatThrownBy(() -> files.find(disk)).hasMessageContaining("The key of disk");
        keyring.put(disk, keys(1));
        assertThat(files.find(disk))
                .contains(new DiskPlaces.Found(folder.resolve(disk + ".raw.luks"), keys(1).current()));
        assertThat(files.find(disk).toString()).doesNotContain(keys(1).current());
        UUID plain = UUID.randomUUID();
        pool.create(plain, SIZE, null);
        assertThat(files.find(plain)).contains(DiskPlaces.Found.plain(folder.resolve(plain + ".raw")));
    }

    @Test
    void nothingIsLeftOfWhatIsRemoved() throws IOException {
        pool.create(disk, SIZE, null, keys(1));
        pool.changeKey(disk, keys(1));
        pool.takeSnapshot(snapshot, disk);
        pool.remove(disk);
        pool.removeSnapshot(snapshot);
        assertThat(folder).isEmptyDirectory();
    }

    private byte[] read(UUID id, DiskKeys keys, int length) throws IOException {
        byte[] bytes = new byte[(length + 511) / 512 * 512];
        try (FileChannel file = FileChannel.open(folder.resolve(id + ".raw.luks"), StandardOpenOption.READ)) {
            new LuksDisk(new FileBytes(file)).bytes(keys).read(bytes, 0);
        }
        return bytes;
    }

    private void write(UUID id, DiskKeys keys, byte[] bytes) throws IOException {
        try (FileChannel file =
                FileChannel.open(folder.resolve(id + ".raw.luks"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int written = new LuksDisk(new FileBytes(file)).bytes(keys).write(ByteBuffer.wrap(bytes), 0);
            assertThat(written).isEqualTo(bytes.length);
        }
    }

    private static byte[] padded() {
        return Arrays.copyOf(IMAGE, (IMAGE.length + 511) / 512 * 512);
    }

    private static byte[] image() {
        byte[] image = new byte[(2 << 20) + 100];
        byte[] piece = new byte[70_000];
        new Random(1).nextBytes(piece);
        System.arraycopy(piece, 0, image, 0, piece.length);
        System.arraycopy(piece, 0, image, image.length - piece.length, piece.length);
        return image;
    }

    /** As images are copied: in pieces, without those that are zeros. */
    private long copy(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
        assertThat(source.objectId()).isEqualTo(IMAGE_ID);
        SparseTarget sparse = new SparseTarget(target, sizeBytes);
        for (int at = 0; at < IMAGE.length; at += 64 << 10) {
            sparse.write(ByteBuffer.wrap(IMAGE, at, Math.min(64 << 10, IMAGE.length - at)), at);
        }
        return IMAGE.length;
    }
}
