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
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A backup gives a disk back that is no more, byte for byte, whoever is killed meanwhile. */
class BackupsOutliveTheirDisksJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int WRITTEN_AT = 700 << 20;

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Api api = Customer.join(operator).api();

    @Test
    void aDiskIsBackedUpDeletedAndRestoredThoughStorageAndTheAgentAreKilled() throws IOException {
        String disk = disk(Map.of());
        isIn("/v1/disks/" + disk, "AVAILABLE");
        write(fileOf(disk), WRITTEN_AT);
        String before = digest(fileOf(disk));
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
        isIn("/v1/snapshots/" + snapshot, "AVAILABLE");
        String backup = api.post("/v1/snapshots/" + snapshot + "/backups", Map.of("name", "before"))
                .expecting(201)
                .text("id");
        RunningSuite.crash("host-agent");
        RunningSuite.crash("storage");
        isIn("/v1/backups/" + backup, "AVAILABLE");
        assertThat(api.get("/v1/backups/" + backup).expecting(200).text("checksumSha256"))
                .isEqualTo(before);

        api.delete("/v1/snapshots/" + snapshot).expecting(200);
        isIn("/v1/snapshots/" + snapshot, "DELETED");
        api.delete("/v1/disks/" + disk).expecting(200);
        isIn("/v1/disks/" + disk, "DELETED");

        String restored = disk(Map.of("sourceBackupId", backup));
        RunningSuite.crash("host-agent");
        isIn("/v1/disks/" + restored, "AVAILABLE");
        assertThat(digest(fileOf(restored))).isEqualTo(before);

        api.delete("/v1/backups/" + backup).expecting(200);
        RunningSuite.crash("storage");
        isIn("/v1/backups/" + backup, "DELETED");
        api.delete("/v1/disks/" + restored).expecting(200);
        isIn("/v1/disks/" + restored, "DELETED");
    }

    private Path fileOf(String disk) {
        String pool = api.get("/v1/disks/" + disk).expecting(200).text("storagePoolId");
        String machine =
                operator.get("/v1/storage-pools/" + pool).expecting(200).text("computeMachineId");
        String host = operator.get("/v1/machines/" + machine).expecting(200).text("hostname");
        return RunningSuite.disksOf(host).resolve(disk + ".raw");
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

    private static void write(Path disk, long at) throws IOException {
        byte[] bytes = new byte[(3 << 20) + 1];
        new Random(1).nextBytes(bytes);
        try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    /** Of all its bytes, which are too many to be held. */
    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
