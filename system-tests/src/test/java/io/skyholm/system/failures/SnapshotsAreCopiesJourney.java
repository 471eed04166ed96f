package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;

/** Snapshots keep the bytes that their disk had, and give them back, whoever is killed meanwhile. */
class SnapshotsAreCopiesJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int MIB = 1 << 20;

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Api api = Customer.join(operator).api();

    @Test
    void aDiskIsCopiedRolledBackClonedAndGoneThoughStorageAndTheAgentAreKilled() throws IOException {
        String disk = disk(Map.of());
        isIn("/v1/disks/" + disk, "AVAILABLE");
        Path folder = folderOf(disk);
        long allocated = allocatedOf(disk) - 1;
        write(folder, disk, random(1), 700 * MIB);
        long before = checksum(folder.resolve(disk + ".raw"));

        String snapshot = api.post("/v1/disks/" + disk + "/snapshots", Map.of("name", "before"))
                .expecting(201)
                .text("id");
        RunningSuite.crash("host-agent");
        isIn("/v1/snapshots/" + snapshot, "AVAILABLE");
        assertThat(checksum(folder.resolve(snapshot + ".snapshot"))).isEqualTo(before);

        write(folder, disk, random(2), 0);
        write(folder, disk, random(3), 700 * MIB);
        api.post("/v1/disks/" + disk + "/rollback", Map.of("snapshotId", snapshot))
                .expecting(200);
        RunningSuite.crash("storage");
        RunningSuite.crash("host-agent");
        isIn("/v1/disks/" + disk, "AVAILABLE");
        assertThat(checksum(folder.resolve(disk + ".raw"))).isEqualTo(before);
        write(folder, disk, random(2), 0);
        long after = checksum(folder.resolve(disk + ".raw"));

        String clone = disk(Map.of("sourceSnapshotId", snapshot));
        RunningSuite.crash("host-agent");
        isIn("/v1/disks/" + clone, "AVAILABLE");
        assertThat(checksum(folder.resolve(clone + ".raw"))).isEqualTo(before);
        assertThat(checksum(folder.resolve(disk + ".raw"))).isEqualTo(after);

        api.delete("/v1/disks/" + disk).expecting(409);
        api.delete("/v1/snapshots/" + snapshot).expecting(200);
        RunningSuite.crash("storage");
        isIn("/v1/snapshots/" + snapshot, "DELETED");
        List.of(disk, clone).forEach(one -> api.delete("/v1/disks/" + one).expecting(200));
        RunningSuite.crash("host-agent");
        List.of(disk, clone).forEach(one -> isIn("/v1/disks/" + one, "DELETED"));
        assertThat(left(folder, disk, snapshot, clone)).isEmpty();
        assertThat(allocatedOf(disk)).isEqualTo(allocated);
    }

    private long allocatedOf(String disk) {
        return pool(disk).path("allocatedGb").asLong();
    }

    private JsonNode pool(String disk) {
        String pool = api.get("/v1/disks/" + disk).expecting(200).text("storagePoolId");
        return operator.get("/v1/storage-pools/" + pool).expecting(200).body();
    }

    private Path folderOf(String disk) {
        String machine = pool(disk).path("computeMachineId").asText();
        String host = operator.get("/v1/machines/" + machine).expecting(200).text("hostname");
        return RunningSuite.disksOf(host);
    }

    private String disk(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(
                Map.of("name", "orders", "edgeDataCenterId", dataCenterWithPools(), "diskType", "SSD", "sizeGb", 1));
        return api.post("/v1/disks", body).expecting(201).text("id");
    }

    /** Each local host gets a pool once storage has heard of it. */
    private String dataCenterWithPools() {
        return Eventually.get(TIMEOUT, () -> {
            JsonNode pools = operator.get("/v1/storage-pools?diskType=SSD")
                    .expecting(200)
                    .body()
                    .path("items");
            return pools.isEmpty()
                    ? null
                    : pools.path(0).path("edgeDataCenterId").asText();
        });
    }

    private void isIn(String path, String status) {
        Eventually.until(TIMEOUT, () -> api.get(path).text("status").equals(status));
    }

    private static void write(Path folder, String disk, byte[] bytes, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(disk + ".raw"), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
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

    private static byte[] random(int seed) {
        byte[] bytes = new byte[3 * MIB + 1];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
