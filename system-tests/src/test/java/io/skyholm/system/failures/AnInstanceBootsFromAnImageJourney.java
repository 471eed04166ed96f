package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An instance boots from a disk with the bytes of an image, whoever is killed while that is made, made anew and removed. */
class AnInstanceBootsFromAnImageJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final long GIB = 1L << 30;
    private static final int STORAGE_GB = 10;

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Api api = Customer.join(operator).api();
    private final Cloud cloud = new Cloud(api);

    @Test
    void itsDiskHasTheBytesAndGoesWithItThoughStorageAndTheAgentAreKilled() throws IOException {
        byte[] bytes = new byte[3 << 20];
        new Random(1).nextBytes(bytes);
        String image = api.post("/v1/images", Map.of("name", "appliance", "imageType", "CUSTOM"))
                .expecting(201)
                .text("id");
        String version = version(image, bytes);

        Api.Answer asked = Eventually.get(TIMEOUT, () -> {
            Api.Answer answer = cloud.ask(1, 1, Map.of("imageVersionId", version));
            return answer.status() == 202 ? answer : null;
        });
        RunningSuite.crash("storage");
        cloud.succeeded(asked);
        String instance = asked.text("resourceId");
        String first = diskOf(instance);
        Path folder = folderOf(first);
        long allocated = pool(first).path("allocatedGb").asLong() - STORAGE_GB;
        isCopy(folder.resolve(first + ".raw"), bytes);
        assertThat(api.delete("/v1/disks/" + first).expecting(409).text("code")).isEqualTo("DISK_BOOTS_INSTANCE");

        Api.Answer rebuild =
                api.post("/v1/instances/" + instance + "/rebuild", Map.of()).expecting(202);
        RunningSuite.crash("host-agent");
        cloud.succeeded(rebuild);
        isIn("/v1/disks/" + first, "DELETED");
        String second = diskOf(instance);
        assertThat(second).isNotEqualTo(first);
        isCopy(folder.resolve(second + ".raw"), bytes);
        assertThat(folder.resolve(first + ".raw")).doesNotExist();

        Api.Answer deletion = api.delete("/v1/instances/" + instance).expecting(202);
        RunningSuite.crash("storage");
        cloud.succeeded(deletion);
        isIn("/v1/disks/" + second, "DELETED");
        assertThat(folder.resolve(second + ".raw")).doesNotExist();
        assertThat(pool(second).path("allocatedGb").asLong()).isEqualTo(allocated);
        RunningSuite.booksAgree(TIMEOUT);
    }

    private String version(String image, byte[] bytes) {
        String versions = "/v1/images/" + image + "/versions";
        String version = api.post(versions, Map.of("versionNumber", "1.0", "diskFormat", "RAW"))
                .expecting(201)
                .text("id");
        api.upload(versions + "/" + version, bytes);
        isIn(versions + "/" + version, "AVAILABLE");
        return version;
    }

    /** The one that it boots from; what it booted from before may still be going. */
    private String diskOf(String instance) {
        JsonNode disks = api.get("/v1/disks?status=AVAILABLE&bootInstanceId=" + instance)
                .expecting(200)
                .body()
                .path("items");
        assertThat(disks).hasSize(1);
        return disks.path(0).path("id").asText();
    }

    private JsonNode pool(String disk) {
        String pool = api.get("/v1/disks/" + disk).expecting(200).text("storagePoolId");
        return operator.get("/v1/storage-pools/" + pool).expecting(200).body();
    }

    private Path folderOf(String disk) {
        String machine = pool(disk).path("computeMachineId").asText();
        return RunningSuite.disksOf(
                operator.get("/v1/machines/" + machine).expecting(200).text("hostname"));
    }

    private static void isCopy(Path file, byte[] bytes) throws IOException {
        assertThat(Files.size(file)).isEqualTo(STORAGE_GB * GIB);
        try (InputStream disk = Files.newInputStream(file)) {
            assertThat(disk.readNBytes(bytes.length)).isEqualTo(bytes);
        }
    }

    private void isIn(String path, String status) {
        Eventually.until(TIMEOUT, () -> api.get(path).text("status").equals(status));
    }
}
