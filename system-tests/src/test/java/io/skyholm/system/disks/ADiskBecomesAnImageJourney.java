package io.skyholm.system.disks;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.DataDisks;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a disk holds becomes a version of an image, and a new disk of that has the same bytes, whoever is killed meanwhile. */
class ADiskBecomesAnImageJourney {

    private static final int WRITTEN_AT = 300 << 20;

    private final DataDisks disks = DataDisks.ofSomebody();
    private final Api api = disks.owner();

    @Test
    void aSnapshotBecomesAVersionAndAVersionADiskThoughStorageAndTheAgentAreKilled() throws IOException {
        String disk = disks.make(Map.of());
        disks.isIn("/v1/disks/" + disk, "AVAILABLE");
        DataDisks.write(disks.fileOf(disk), 2, WRITTEN_AT);
        String bytes = DataDisks.digest(disks.fileOf(disk));
        String snapshot = api.post("/v1/disks/" + disk + "/snapshots", Map.of("name", "golden"))
                .expecting(201)
                .text("id");
        disks.isIn("/v1/snapshots/" + snapshot, "AVAILABLE");

        String image = api.post("/v1/images", Map.of("name", "Golden " + snapshot, "imageType", "CUSTOM"))
                .expecting(201)
                .text("id");
        String version = api.post(
                        "/v1/images/" + image + "/versions",
                        Map.of("versionNumber", "1", "diskFormat", "RAW", "sourceSnapshotId", snapshot))
                .expecting(201)
                .text("id");
        String path = "/v1/images/" + image + "/versions/" + version;
        RunningSuite.crash("host-agent");
        RunningSuite.crash("storage");
        disks.isIn(path, "AVAILABLE");
        assertThat(api.get(path).expecting(200).text("checksumSha256")).isEqualTo(bytes);
        api.delete("/v1/snapshots/" + snapshot).expecting(200);
        disks.isIn("/v1/snapshots/" + snapshot, "DELETED");

        String made = disks.make(Map.of("imageId", image, "imageVersionId", version));
        disks.isIn("/v1/disks/" + made, "AVAILABLE");
        assertThat(DataDisks.digest(disks.fileOf(made))).isEqualTo(bytes);

        api.delete(path + "?now=true").expecting(200);
        for (String gone : new String[] {disk, made}) {
            api.delete("/v1/disks/" + gone + "?now=true").expecting(200);
            disks.isIn("/v1/disks/" + gone, "DELETED");
        }
    }
}
