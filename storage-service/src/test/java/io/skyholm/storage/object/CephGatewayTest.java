package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.storage.StorageSettings;
import java.nio.file.Path;
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

    @Test
    void whatLiesInTheFolderOfBeforeIsStillFoundThere() {
        StorageSettings told = ObjectServer.told(gateway.settings());
        assertThat(told.store()).isEqualTo("ceph");
        assertThat(told.formerStores()).hasEntrySatisfying("default", before -> assertThat(before.folder())
                .map(Path::getFileName)
                .hasValue(Path.of("objects")));
    }
}
