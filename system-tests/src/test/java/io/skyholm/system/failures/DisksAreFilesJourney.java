package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Disks are files on the hosts of their pools, whoever is killed while they are made, grown and removed. */
class DisksAreFilesJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final long GIB = 1L << 30;
    private static final int DISKS = 8;

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Api api = Customer.join(operator).api();

    @Test
    void theyAreMadeGrownAndGoneThoughStorageAndTheAgentAreKilled() throws IOException {
        long before = allocated();
        String dataCenter = dataCenterWithPools();
        List<String> disks =
                IntStream.range(0, DISKS).mapToObj(number -> disk(dataCenter)).toList();
        RunningSuite.crash("host-agent");
        disks.forEach(disk -> isIn(disk, "AVAILABLE"));
        for (String disk : disks) {
            assertThat(Files.size(file(disk))).isEqualTo(GIB);
            api.post("/v1/disks/" + disk + "/grow", Map.of("sizeGb", 2)).expecting(200);
        }
        RunningSuite.crash("storage");
        disks.forEach(disk -> isIn(disk, "AVAILABLE"));
        for (String disk : disks) {
            assertThat(Files.size(file(disk))).isEqualTo(2 * GIB);
        }
        assertThat(allocated() - before).isEqualTo(2 * DISKS);
        List<Path> files = disks.stream().map(this::file).toList();
        disks.forEach(disk -> api.delete("/v1/disks/" + disk).expecting(200));
        RunningSuite.crash("host-agent");
        disks.forEach(disk -> isIn(disk, "DELETED"));
        assertThat(files).allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(allocated()).isEqualTo(before);
    }

    /** Each local host gets a pool once storage has heard of it. */
    private String dataCenterWithPools() {
        return Eventually.get(TIMEOUT, () -> {
            JsonNode pools = pools();
            return pools.isEmpty()
                    ? null
                    : pools.path(0).path("edgeDataCenterId").asText();
        });
    }

    private JsonNode pools() {
        return operator.get("/v1/storage-pools?diskType=SSD")
                .expecting(200)
                .body()
                .path("items");
    }

    private long allocated() {
        return StreamSupport.stream(pools().spliterator(), false)
                .mapToLong(pool -> pool.path("allocatedGb").asLong())
                .sum();
    }

    private String disk(String dataCenter) {
        return api.post(
                        "/v1/disks",
                        Map.of("name", "orders", "edgeDataCenterId", dataCenter, "diskType", "SSD", "sizeGb", 1))
                .expecting(201)
                .text("id");
    }

    private void isIn(String disk, String status) {
        Eventually.until(
                TIMEOUT, () -> api.get("/v1/disks/" + disk).text("status").equals(status));
    }

    private Path file(String disk) {
        String pool = api.get("/v1/disks/" + disk).expecting(200).text("storagePoolId");
        String machine =
                operator.get("/v1/storage-pools/" + pool).expecting(200).text("computeMachineId");
        String host = operator.get("/v1/machines/" + machine).expecting(200).text("hostname");
        return RunningSuite.disksOf(host).resolve(disk + ".raw");
    }
}
