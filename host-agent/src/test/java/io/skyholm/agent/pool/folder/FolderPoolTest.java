package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.DiskPoolContract;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPoolTest extends DiskPoolContract {

    private static final long SIZE = 8L << 20;

    private final UUID id = UUID.randomUUID();
    private final Path folder;
    private final Path images;
    private final DiskPool pool;

    FolderPoolTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("disks");
        this.images = temporary.resolve("objects");
        this.pool = startedAnew();
    }

    @Override
    protected DiskPool pool() {
        return pool;
    }

    @Override
    protected DiskPool startedAnew() {
        return new FolderPool(folder, new ImageFolder(images), new ObjectDraftFolder(images));
    }

    @Test
    void aDiskBeginsWithTheBytesOfItsImageAndGoesOnWithZeros() throws Exception {
        byte[] bytes = bytes();
        pool.create(id, SIZE, image(bytes));
        byte[] disk = Files.readAllBytes(folder.resolve(id + ".raw"));
        assertThat(Arrays.copyOf(disk, bytes.length)).isEqualTo(bytes);
        assertThat(Arrays.copyOfRange(disk, bytes.length, disk.length)).containsOnly(0);
    }

    @Test
    void whatATenantReadsOfAFailureNamesNoFileOfTheHost() throws IOException {
        Files.createDirectory(folder.resolve(id + ".draft"));
        assertThatThrownBy(() -> pool.create(id, SIZE, null))
                .isInstanceOf(HypervisorProblem.class)
                .message()
                .doesNotContain(folder.toString());
    }

    @Test
    void whatIsNotWhatWasVerifiedBecomesNoDisk() throws Exception {
        DiskSource source = image(bytes());
        Files.write(images.resolve("sealed/" + source.objectId() + "/000001"), new byte[] {1});
        assertThatThrownBy(() -> pool.create(id, SIZE, source)).hasMessageContaining("not those that were verified");
        assertThat(pool.disk(id)).get().extracting(Disk::whole).isEqualTo(false);
        pool.remove(id);
        assertThat(pool.disks()).isEmpty();
    }

    @Test
    void anImageThatIsLargerThanTheDiskOrNotThereIsRefused() throws Exception {
        DiskSource source = image(bytes());
        assertThatThrownBy(() -> pool.create(id, 1 << 20, source)).hasMessage("The image is larger than the disk");
        DiskSource missing = new DiskSource(UUID.randomUUID(), DiskFormat.RAW, source.sha256());
        assertThatThrownBy(() -> pool.create(id, SIZE, missing)).hasMessage("The image's bytes are not there");
        DiskSource other = new DiskSource(source.objectId(), DiskFormat.QCOW2, source.sha256());
        assertThatThrownBy(() -> pool.create(id, SIZE, other))
                .hasMessageContaining("a qcow2 that this host cannot read");
    }

    @Test
    void whatAnAgentLeftThatWasKilledIsShownAndMadeAnewOrRemoved() throws IOException {
        Files.write(folder.resolve(id + ".draft"), bytes());
        assertThat(pool.disks()).containsExactly(new Disk(id, bytes().length, false));
        pool.create(id, SIZE, null);
        assertThat(Files.readAllBytes(folder.resolve(id + ".raw")))
                .hasSize((int) SIZE)
                .containsOnly(0);

        Files.write(folder.resolve(id + ".draft"), bytes());
        pool.remove(id);
        assertThat(pool.disks()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsSomebodyElsesIsNeitherShownNorTouched() throws IOException {
        Path secret = Files.writeString(folder.resolveSibling("secret"), "theirs");
        Files.createSymbolicLink(folder.resolve(id + ".raw"), secret);
        Files.createSymbolicLink(folder.resolve(id + ".draft"), secret);
        Files.writeString(folder.resolve("notes.raw"), "theirs");
        Files.writeString(folder.resolve(UUID.randomUUID() + ".raw.bak"), "theirs");
        Files.createDirectory(folder.resolve(UUID.randomUUID() + ".raw"));
        assertThat(pool.disks()).isEmpty();
        pool.remove(id);
        assertThatThrownBy(() -> pool.create(id, SIZE, null)).isInstanceOf(HypervisorProblem.class);
        assertThatThrownBy(() -> pool.grow(id, SIZE)).isInstanceOf(HypervisorProblem.class);
        assertThat(secret).hasContent("theirs");
        assertThat(Objects.requireNonNull(folder.toFile().list())).hasSize(5);
    }

    private DiskSource image(byte[] bytes) throws Exception {
        return image(bytes, bytes.length / 2 + 1);
    }

    /** An image in parts of so many bytes. */
    private DiskSource image(byte[] bytes, int partBytes) throws Exception {
        UUID object = UUID.randomUUID();
        Path parts = Files.createDirectories(images.resolve("sealed").resolve(object.toString()));
        for (int begin = 0; begin < bytes.length; begin += partBytes) {
            byte[] part = Arrays.copyOfRange(bytes, begin, Math.min(bytes.length, begin + partBytes));
            Files.write(parts.resolve("%06d".formatted(begin / partBytes)), part);
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new DiskSource(object, DiskFormat.RAW, HexFormat.of().formatHex(digest));
    }

    /** With zeros in the middle. */
    private static byte[] bytes() {
        byte[] bytes = new byte[5 << 20];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 1 << 20, 4 << 20, (byte) 0);
        return bytes;
    }
}
