package io.skyholm.agent.pool.folder;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found of disks in a folder, and what is mended. */
class FolderChecksTest {

    private static final long SIZE = 8L << 20;
    private static final long PIECE = 1 << 16;

    private final UUID disk = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final Path folder;
    private final FolderPool pool;
    private final List<Long> read = new ArrayList<>();

    FolderChecksTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("disks");
        this.pool = new FolderPool(folder, new ImageFolder(temporary), new ObjectDraftFolder(temporary));
    }

    @Test
    void bytesThatCannotBeReadAreNamedAndTheOthersAreReadAllTheSame() throws IOException {
        written(0, 4 * PIECE);
        checks(List.of(PIECE, 2 * PIECE)).check(disk, SIZE, true, 1);
        CheckResult result = result();
        assertThat(result.outcome()).isEqualTo(CheckOutcome.DAMAGED);
        assertThat(result.findings())
                .contains("The bytes from 65536 to 196607 cannot be read: Input/output error")
                .contains("131072 bytes cannot be read in all");
        assertThat(read).startsWith(0L, PIECE, 2 * PIECE, 3 * PIECE);
    }

    @Test
    void whatWasNeverWrittenIsNotRead() throws IOException {
        written(4 << 20, PIECE);
        checks(List.of()).check(disk, SIZE, false, 1);
        assertThat(result().outcome()).isEqualTo(CheckOutcome.SOUND);
        assertThat(read).contains(4L << 20).hasSizeLessThan(8);
    }

    @Test
    void aRollbackThatWasCutShortIsRemovedByARepairAlone() throws IOException {
        written(0, PIECE);
        pool.takeSnapshot(snapshot, disk);
        Path draft = Files.createFile(folder.resolve(disk + ".draft"));
        pool.check(disk, SIZE, false, 1);
        assertThat(result().outcome()).isEqualTo(CheckOutcome.SOUND);
        assertThat(draft).exists();
        pool.check(disk, SIZE, true, 2);
        assertThat(result().outcome()).isEqualTo(CheckOutcome.REPAIRED);
        assertThat(result().findings()).containsExactly("What a rollback had left that was cut short is removed");
        assertThat(draft).doesNotExist();
        pool.restoreFrom(snapshot, disk, SIZE, 5);
        assertThat(pool.disk(disk)).contains(new Disk(disk, SIZE, true, 5));
    }

    @Test
    void whatIsNoFileIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolveSibling("theirs"), "theirs");
        Files.createSymbolicLink(folder.resolve(disk + ".raw"), elsewhere);
        pool.check(disk, SIZE, true, 1);
        assertThat(result().outcome()).isEqualTo(CheckOutcome.DAMAGED);
        assertThat(result().findings()).first().asString().contains("Something else");
        assertThat(elsewhere).hasContent("theirs");
    }

    @Test
    void aNoteThatNobodyCanReadIsNone() throws IOException {
        pool.create(disk, SIZE, null);
        Files.writeString(folder.resolve(disk + ".check"), "{\"run\":");
        assertThat(pool.check(disk)).isEmpty();
        pool.check(disk, SIZE, false, 7);
        assertThat(pool.check(disk).orElseThrow().run()).isEqualTo(7);
    }

    @Test
    void whatIsInterruptedNotesNothing() throws IOException {
        written(0, 4 * PIECE);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pool.check(disk, SIZE, false, 1)).isInstanceOf(HypervisorProblem.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(pool.check(disk)).isEmpty();
    }

    private CheckResult result() {
        return pool.check(disk).orElseThrow().result();
    }

    private void written(long from, long length) throws IOException {
        pool.create(disk, SIZE, null);
        try (FileChannel channel = FileChannel.open(folder.resolve(disk + ".raw"), WRITE)) {
            byte[] bytes = new byte[(int) length];
            Arrays.fill(bytes, (byte) 7);
            assertThat(channel.write(ByteBuffer.wrap(bytes), from)).isEqualTo(bytes.length);
        }
    }

    /** On a device that cannot give the bytes at those places. */
    private FolderChecks checks(List<Long> broken) {
        return new FolderChecks(
                new SparseFiles(folder, ".raw", FolderPool.DRAFT), new Restorations(folder), (file, piece, at) -> {
                    read.add(at);
                    if (broken.contains(at)) {
                        throw new IOException("Input/output error");
                    }
                    return file.read(piece, at);
                });
    }
}
