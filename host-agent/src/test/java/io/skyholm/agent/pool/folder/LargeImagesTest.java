package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.LargeImage;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.events.host.DiskSource;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is hardly written takes hardly any room, however large it is. */
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
