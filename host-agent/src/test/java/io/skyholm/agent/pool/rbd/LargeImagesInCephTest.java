package io.skyholm.agent.pool.rbd;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.LargeImage;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.events.host.DiskSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A disk of a large image that is hardly written takes hardly any room of Ceph. */
@EnabledIfSystemProperty(named = RealCeph.WANTED, matches = "true")
class LargeImagesInCephTest {

    private final UUID id = UUID.randomUUID();

    @Test
    void aSparseImageOfAHundredGibTakesTheRoomOfWhatIsWritten(@TempDir Path store) throws Exception {
        DiskSource source = LargeImage.in(store);
        CephSettings settings = RealCeph.fresh();
        try (RbdPool pool = RealCeph.pool(settings, new ImageFolder(store), new ObjectDraftFolder(store));
                RealCeph.Seen seen = RealCeph.seen(settings)) {
            pool.create(id, LargeImage.SIZE, source);
            assertThat(pool.disk(id)).contains(new Disk(id, LargeImage.SIZE, true));
            assertThat(end(seen)).isEqualTo(LargeImage.end());
            assertThat(Arrays.stream(seen.io().listObjects()).filter(object -> object.startsWith("rbd_data.")))
                    .hasSize(1);
            pool.remove(id);
            assertThat(pool.disks()).isEmpty();
        }
    }

    private byte[] end(RealCeph.Seen seen) throws Exception {
        return seen.images().open(seen.imageOf(id), image -> {
            byte[] end = new byte[LargeImage.end().length];
            image.read(LargeImage.SIZE - end.length, end, end.length);
            return end;
        });
    }
}
