package io.skyholm.storage.object;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.store.StoreContents;
import io.skyholm.storage.StorageSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A bucket behind Ceph's own gateway is an object store. */
@EnabledIfSystemProperty(named = CephGateway.WANTED, matches = "true")
class CephGatewayTest extends ObjectStorageContract {

    private static final int SEGMENT_BYTES = 4;

    private static final SegmentBuffers BUFFERS = new SegmentBuffers(1, SEGMENT_BYTES, SEGMENT_BYTES - 1);

    private final CephGateway gateway = new CephGateway();

    @Override
    ObjectStorage store() {
        return new S3Storage(gateway.bucket(), BUFFERS);
    }

    /** As {@code ./skyholm books} does, past the service and its client. */
    @Test
    void theBooksListWhatThereIsAndWhatSomebodyNeverFinished() throws IOException {
        UUID whole = UUID.randomUUID();
        UUID half = UUID.randomUUID();
        for (UUID object : List.of(whole, half)) {
            try (PartWriter part = store().begin(object, "a")) {
                part.write(ByteBuffer.wrap("Debian 13".getBytes(US_ASCII)));
                part.sync();
            }
        }
        store().seal(whole, List.of(new StoredPart("a", 9)));
        String key = "parts/" + half + "/b/+ 0&0";
        String upload = gateway.beginUpload(key, "never finished");
        try {
            StoreContents contents = gateway.listed().contents();
            assertThat(contents.objects())
                    .filteredOn(kept -> whole.equals(kept.id()) || half.equals(kept.id()))
                    .allSatisfy(kept -> assertThat(kept.sizeBytes()).isEqualTo(9))
                    .allSatisfy(kept -> assertThat(kept.isSealed()).isEqualTo(whole.equals(kept.id())))
                    .hasSize(2);
            assertThat(contents.unfinished())
                    .filteredOn(kept -> half.equals(kept.id()))
                    .singleElement()
                    .satisfies(kept -> {
                        assertThat(kept.name()).isEqualTo(key + "?uploadId=" + upload);
                        assertThat(kept.sizeBytes()).isEqualTo(14);
                    });
        } finally {
            gateway.callOff(key, upload);
            store().remove(whole);
            store().remove(half);
        }
        assertThat(gateway.listed().contents().unfinished()).noneMatch(kept -> half.equals(kept.id()));
    }

    @Test
    void whatLiesInTheFolderOfBeforeIsStillFoundThere() {
        StorageSettings told = ObjectServer.told(gateway.settings());
        assertThat(told.store()).isEqualTo("ceph");
        assertThat(told.formerStores()).hasEntrySatisfying("default", before -> assertThat(before.folder())
                .map(Path::getFileName)
                .hasValue(Path.of("objects")));
    }
}
