package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bytes snapshots have, and the disks that are made of them or rolled back to them. */
class FolderSnapshotsTest {

    private static final long SIZE = 8L << 20;
    private static final int BLOCK = 512;

    private final UUID disk = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final Path folder;
    private final DiskPool pool;

    FolderSnapshotsTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("disks");
        this.pool = new FolderPool(folder, new ImageFolder(temporary), new ObjectDraftFolder(temporary));
    }

    @Test
    void aSnapshotHasTheBytesOfItsMomentAndTheDiskGetsThemBack() throws IOException {
        pool.create(disk, SIZE, null);
        write(disk, random(1), 3 << 20);
        byte[] before = bytes(disk + ".raw");
        pool.takeSnapshot(snapshot, disk);
        assertThat(bytes(snapshot + ".snapshot")).isEqualTo(before);
        write(disk, random(2), 1 << 20);
        write(disk, random(3), 3 << 20);
        assertThat(bytes(snapshot + ".snapshot")).isEqualTo(before);
        pool.restoreFrom(snapshot, disk, SIZE, 1);
        assertThat(bytes(disk + ".raw")).isEqualTo(before);
    }

    @Test
    void whatADiskHasGrownSinceAreZerosWhenItIsRolledBack() throws IOException {
        pool.create(disk, SIZE, null);
        write(disk, random(1), 0);
        byte[] before = bytes(disk + ".raw");
        pool.takeSnapshot(snapshot, disk);
        pool.grow(disk, 2 * SIZE);
        write(disk, random(2), (int) SIZE + (1 << 20));
        pool.restoreFrom(snapshot, disk, 2 * SIZE, 1);
        assertThat(bytes(disk + ".raw")).isEqualTo(Arrays.copyOf(before, (int) (2 * SIZE)));
    }

    @Test
    void aDiskOfASnapshotHasItsBytesAndALifeOfItsOwn() throws IOException {
        UUID clone = UUID.randomUUID();
        pool.create(disk, SIZE, null);
        write(disk, random(1), 1 << 20);
        byte[] before = bytes(disk + ".raw");
        pool.takeSnapshot(snapshot, disk);
        pool.createFrom(snapshot, clone, 2 * SIZE);
        assertThat(bytes(clone + ".raw")).isEqualTo(Arrays.copyOf(before, (int) (2 * SIZE)));
        write(clone, random(2), 1 << 20);
        assertThat(bytes(disk + ".raw")).isEqualTo(before);
        assertThat(bytes(snapshot + ".snapshot")).isEqualTo(before);
        byte[] changed = bytes(clone + ".raw");
        pool.remove(disk);
        pool.removeSnapshot(snapshot);
        assertThat(bytes(clone + ".raw")).isEqualTo(changed);
        pool.remove(clone);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void holesStayHoles() throws IOException {
        pool.create(disk, 256 * SIZE, null);
        write(disk, random(1), 64 << 20);
        pool.takeSnapshot(snapshot, disk);
        pool.restoreFrom(snapshot, disk, 256 * SIZE, 1);
        for (String file : new String[] {snapshot + ".snapshot", disk + ".raw"}) {
            assertThat(Files.size(folder.resolve(file))).isEqualTo(256 * SIZE);
            assertThat(allocated(file)).isLessThan(2L << 20);
        }
    }

    @Test
    void holesAreNotRead() throws IOException {
        long large = 4L << 40;
        pool.create(disk, large, null);
        write(disk, random(1), 64 << 20);
        assertThat(Duration.ofSeconds(30)).isGreaterThan(timeOf(() -> pool.takeSnapshot(snapshot, disk)));
        assertThat(Files.size(folder.resolve(snapshot + ".snapshot"))).isEqualTo(large);
        assertThat(allocated(snapshot + ".snapshot")).isLessThan(2L << 20);
    }

    private static Duration timeOf(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void whatAnAgentLeftThatWasKilledIsShownAndMadeAnewOrRemoved() throws IOException {
        pool.create(disk, SIZE, null);
        write(disk, random(1), 0);
        Path draft = Files.write(folder.resolve(snapshot + ".snapshot-draft"), random(2));
        assertThat(pool.snapshots()).containsExactly(new Disk(snapshot, random(2).length, false));
        pool.takeSnapshot(snapshot, disk);
        assertThat(draft).doesNotExist();
        assertThat(bytes(snapshot + ".snapshot")).isEqualTo(bytes(disk + ".raw"));

        Files.write(draft, random(2));
        Files.write(folder.resolve(disk + ".draft"), random(2));
        Files.createFile(folder.resolve(disk + ".restored"));
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true));
        pool.remove(disk);
        pool.removeSnapshot(snapshot);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRollbackThatCannotBeDoneKeepsNoRoom() throws IOException {
        pool.create(disk, SIZE, null);
        Path draft = Files.write(folder.resolve(disk + ".draft"), random(2));
        assertThatThrownBy(() -> pool.restoreFrom(snapshot, disk, SIZE, 1))
                .hasMessageContaining("Snapshot " + snapshot + " is not there");
        assertThat(draft).doesNotExist();
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true));
    }

    @Test
    void aRollbackThatEndsHalfwayKeepsTheDiskAndNoRoomBesideIt() throws IOException {
        pool.create(disk, SIZE, null);
        pool.takeSnapshot(snapshot, disk);
        write(disk, random(1), 0);
        byte[] before = bytes(disk + ".raw");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pool.restoreFrom(snapshot, disk, SIZE, 1)).isInstanceOf(HypervisorProblem.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve(disk + ".draft")).doesNotExist();
        assertThat(bytes(disk + ".raw")).isEqualTo(before);
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true));
    }

    @Test
    void aRollbackOfWhoeverWasKilledIsDoneWhenItsDraftHasTakenTheDisksPlaceAndNotBefore() throws IOException {
        pool.create(disk, SIZE, null);
        pool.takeSnapshot(snapshot, disk);
        Files.writeString(folder.resolve(disk + ".restoring"), "5");
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true, 5));
        Files.write(folder.resolve(disk + ".draft"), random(2));
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true, 0));
        pool.restoreFrom(snapshot, disk, SIZE, 6);
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true, 6));
        assertThat(folder.resolve(disk + ".restoring")).doesNotExist();
        Files.writeString(folder.resolve(disk + ".restoring"), "7");
        pool.remove(disk);
        pool.removeSnapshot(snapshot);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsSomebodyElsesIsNeitherReadNorReplaced() throws IOException {
        Path secret = Files.writeString(folder.resolveSibling("secret"), "theirs");
        pool.create(disk, SIZE, null);
        Files.createSymbolicLink(folder.resolve(snapshot + ".snapshot"), secret);
        Files.createSymbolicLink(folder.resolve(disk + ".restored"), secret);
        assertThat(pool.snapshots()).isEmpty();
        assertThatThrownBy(() -> pool.takeSnapshot(snapshot, disk))
                .hasMessage("Something else has the name of snapshot " + snapshot);
        assertThatThrownBy(() -> pool.createFrom(snapshot, UUID.randomUUID(), SIZE))
                .hasMessage("Snapshot " + snapshot + " is not there");
        assertThatThrownBy(() -> pool.restoreFrom(snapshot, disk, SIZE, 1))
                .hasMessage("Snapshot " + snapshot + " is not there");
        pool.removeSnapshot(snapshot);
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true));
        assertThat(secret).hasContent("theirs");
    }

    private void write(UUID to, byte[] bytes, int at) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(to + ".raw"), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    /** What a file takes of the file system. */
    private long allocated(String file) throws IOException {
        Process stat =
                new ProcessBuilder("stat", "--format=%b", folder.resolve(file).toString()).start();
        try (var output = stat.inputReader()) {
            return Long.parseLong(output.readLine().strip()) * BLOCK;
        }
    }

    /** With neither end at the border of anything. */
    private static byte[] random(int seed) {
        byte[] bytes = new byte[300_001];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
