package io.skyholm.system.disks;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.DataDisks;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A backup gives a disk back that is no more, byte for byte, whoever is killed meanwhile. */
class BackupsOutliveTheirDisksJourney {

    private static final int WRITTEN_AT = 700 << 20;

    private final DataDisks disks = DataDisks.ofSomebody();
    private final Api api = disks.owner();

    @Test
    void aDiskIsBackedUpDeletedAndRestoredThoughStorageAndTheAgentAreKilled() throws IOException {
        String disk = disks.make(Map.of());
        disks.isIn("/v1/disks/" + disk, "AVAILABLE");
        DataDisks.write(disks.fileOf(disk), 1, WRITTEN_AT);
        String before = DataDisks.digest(disks.fileOf(disk));
        String schedule = api.post(
                        "/v1/disks/" + disk + "/snapshot-schedules",
                        Map.of("name", "hourly", "frequency", "HOURLY", "keepLast", 2))
                .expecting(201)
                .text("id");
        assertThat(api.get("/v1/snapshot-schedules/" + schedule).expecting(200).text("nextAt"))
                .isNotEmpty();
        api.delete("/v1/snapshot-schedules/" + schedule).expecting(200);

        String snapshot = api.post("/v1/disks/" + disk + "/snapshots", Map.of("name", "before"))
                .expecting(201)
                .text("id");
        disks.isIn("/v1/snapshots/" + snapshot, "AVAILABLE");
        String backup = api.post("/v1/snapshots/" + snapshot + "/backups", Map.of("name", "before"))
                .expecting(201)
                .text("id");
        RunningSuite.crash("host-agent");
        RunningSuite.crash("storage");
        disks.isIn("/v1/backups/" + backup, "AVAILABLE");
        assertThat(api.get("/v1/backups/" + backup).expecting(200).text("checksumSha256"))
                .isEqualTo(before);

        api.delete("/v1/snapshots/" + snapshot).expecting(200);
        disks.isIn("/v1/snapshots/" + snapshot, "DELETED");
        api.delete("/v1/disks/" + disk + "?now=true").expecting(200);
        disks.isIn("/v1/disks/" + disk, "DELETED");

        String restored = disks.make(Map.of("sourceBackupId", backup));
        RunningSuite.crash("host-agent");
        disks.isIn("/v1/disks/" + restored, "AVAILABLE");
        assertThat(DataDisks.digest(disks.fileOf(restored))).isEqualTo(before);

        api.delete("/v1/backups/" + backup).expecting(200);
        RunningSuite.crash("storage");
        disks.isIn("/v1/backups/" + backup, "DELETED");
        api.delete("/v1/disks/" + restored + "?now=true").expecting(200);
        disks.isIn("/v1/disks/" + restored, "DELETED");
    }
}
