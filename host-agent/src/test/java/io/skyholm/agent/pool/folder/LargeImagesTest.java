package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.LargeImage;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.Sha256;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is hardly written takes hardly any room, however large it is, and none is in memory as a whole. */
class LargeImagesTest {

    private final UUID id = UUID.randomUUID();

    @Test
    void aSparseImageOfAHundredGibTakesTheRoomOfWhatIsWritten(@TempDir Path temporary) throws Exception {
        DiskSource source = LargeImage.in(temporary);
        Path folder = temporary.resolve("disks");
        DiskPool pool = new FolderPool(folder, new ImageFolder(temporary), new ObjectDraftFolder(temporary));
        pool.create(id, LargeImage.SIZE, source);
        assertThat(pool.disk(id)).contains(new Disk(id, LargeImage.SIZE, true));
        Path file = folder.resolve(id + ".raw");
        assertThat(end(file)).isEqualTo(LargeImage.end());
        assertThat(writtenTo(file)).isLessThan(1 << 20);
    }

    /** Somebody who reads an object, a disk or a snapshot whole runs out of memory there. */
    @Test
    void imagesAndBackupsPassThroughAnAgentThatHasLittleMemory(@TempDir Path store) throws Exception {
        Path object = Files.createDirectories(store.resolve("sealed").resolve(new UUID(7, 1).toString()));
        String sum;
        try (FileChannel image = FileChannel.open(
                object.resolve("000000"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            assertThat(image.write(ByteBuffer.wrap(LargeImage.end()), Copying.BYTES - LargeImage.end().length))
                    .isEqualTo(LargeImage.end().length);
            sum = Sha256.of(image);
        }
        Process copying = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx32m",
                        "-XX:MaxDirectMemorySize=8m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Copying.class.getName(),
                        store.toString(),
                        sum))
                .redirectErrorStream(true)
                .start();
        String said = new String(copying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(copying.waitFor()).as(said).isZero();
        assertThat(said).contains(sum);
        for (Path same : List.of(
                store.resolve("disks").resolve(new UUID(7, 2) + ".raw"),
                store.resolve("receiving").resolve(new UUID(7, 4).toString()).resolve("export"))) {
            assertThat(same).hasSize(Copying.BYTES);
            assertThat(writtenTo(same)).isLessThan(2 << 20);
        }
    }

    /** Makes a disk of an image, takes a snapshot of it and leaves that with the store. */
    static final class Copying {

        static final long BYTES = 256L << 20;

        private Copying() {}

        public static void main(String[] arguments) {
            Path store = Path.of(arguments[0]);
            DiskPool pool =
                    new FolderPool(store.resolve("disks"), new ImageFolder(store), new ObjectDraftFolder(store));
            UUID disk = new UUID(7, 2);
            UUID snapshot = new UUID(7, 3);
            UUID object = new UUID(7, 4);
            pool.create(disk, BYTES, new DiskSource(new UUID(7, 1), DiskFormat.RAW, arguments[1]));
            pool.takeSnapshot(snapshot, disk);
            pool.export(object, snapshot, object);
            System.out.println(pool.exportedSha256(object).orElseThrow());
        }
    }

    private static byte[] end(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate(LargeImage.end().length);
            channel.read(end, LargeImage.SIZE - end.capacity());
            return end.array();
        }
    }

    private static long writtenTo(Path file) throws Exception {
        Process du = new ProcessBuilder("du", "--block-size=1", file.toString()).start();
        String said = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(said.split("\t", 2)[0]);
    }
}
