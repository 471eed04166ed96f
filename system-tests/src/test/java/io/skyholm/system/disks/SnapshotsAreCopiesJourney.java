package io.skyholm.system.disks;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.DataDisks;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;

/** Snapshots keep the bytes that their disk had, and give them back, whoever is killed meanwhile. */
class SnapshotsAreCopiesJourney {

    private static final int MIB = 1 << 20;

    private final DataDisks disks = DataDisks.ofSomebody();
    private final Api api = disks.owner();

    @Test
    void aDiskIsCopiedRolledBackClonedAndGoneThoughStorageAndTheAgentAreKilled() throws IOException {
        String disk = disks.make(Map.of());
        disks.isIn("/v1/disks/" + disk, "AVAILABLE");
        Path folder = disks.folderOf(disk);
        long allocated = allocatedOf(disk) - 1;
        DataDisks.write(folder.resolve(disk + ".raw"), 1, 700 * MIB);
        long before = checksum(folder.resolve(disk + ".raw"));

        String snapshot = api.post("/v1/disks/" + disk + "/snapshots", Map.of("name", "before"))
                .expecting(201)
                .text("id");
        RunningSuite.crash("host-agent");
        disks.isIn("/v1/snapshots/" + snapshot, "AVAILABLE");
        assertThat(checksum(folder.resolve(snapshot + ".snapshot"))).isEqualTo(before);

        DataDisks.write(folder.resolve(disk + ".raw"), 2, 0);
        DataDisks.write(folder.resolve(disk + ".raw"), 3, 700 * MIB);
        api.post("/v1/disks/" + disk + "/rollback", Map.of("snapshotId", snapshot))
                .expecting(200);
        RunningSuite.crash("storage");
        RunningSuite.crash("host-agent");
        disks.isIn("/v1/disks/" + disk, "AVAILABLE");
        assertThat(checksum(folder.resolve(disk + ".raw"))).isEqualTo(before);
        DataDisks.write(folder.resolve(disk + ".raw"), 2, 0);
        long after = checksum(folder.resolve(disk + ".raw"));

        String clone = disks.make(Map.of("sourceSnapshotId", snapshot));
        RunningSuite.crash("host-agent");
        disks.isIn("/v1/disks/" + clone, "AVAILABLE");
        assertThat(checksum(folder.resolve(clone + ".raw"))).isEqualTo(before);
        assertThat(checksum(folder.resolve(disk + ".raw"))).isEqualTo(after);

        String copy = disks.make(Map.of("sourceDiskId", disk));
        String made = api.get("/v1/disks/" + copy).expecting(200).text("sourceSnapshotId");
        RunningSuite.crash("storage");
        RunningSuite.crash("host-agent");
        disks.isIn("/v1/disks/" + copy, "AVAILABLE");
        disks.isIn("/v1/snapshots/" + made, "DELETED");
        assertThat(checksum(folder.resolve(copy + ".raw"))).isEqualTo(after);

        api.delete("/v1/disks/" + disk).expecting(409);
        api.delete("/v1/snapshots/" + snapshot).expecting(200);
        RunningSuite.crash("storage");
        disks.isIn("/v1/snapshots/" + snapshot, "DELETED");
        List.of(disk, clone, copy)
                .forEach(one -> api.delete("/v1/disks/" + one + "?now=true").expecting(200));
        RunningSuite.crash("host-agent");
        List.of(disk, clone, copy).forEach(one -> disks.isIn("/v1/disks/" + one, "DELETED"));
        assertThat(left(folder, disk, snapshot, clone, copy, made)).isEmpty();
        assertThat(allocatedOf(disk)).isEqualTo(allocated);
    }

    private long allocatedOf(String disk) {
        return disks.poolOf(disk).path("allocatedGb").asLong();
    }

    /** Of all its bytes, which are too many to be held. Nobody forges them here, and a secure digest of a GiB takes seconds. */
    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        try (CheckedInputStream bytes = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue();
    }

    private static List<Path> left(Path folder, String... ids) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Stream.of(ids)
                            .anyMatch(id -> file.getFileName().toString().startsWith(id)))
                    .toList();
        }
    }
}
