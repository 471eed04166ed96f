package io.skyholm.system.disks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.DataDisks;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A disk has the same bytes in another pool, and its pool before has nothing of it, whoever is killed meanwhile. */
class ADiskIsMovedJourney {

    private static final int WRITTEN_AT = 700 << 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final DataDisks disks = DataDisks.ofSomebody();
    private final Api api = disks.owner();

    @Test
    void aDiskGoesToAnotherHostThoughStorageAndTheAgentsAreKilled() throws IOException {
        String disk = disks.make(Map.of());
        String path = "/v1/disks/" + disk;
        disks.isIn(path, "AVAILABLE");
        Path before = disks.fileOf(disk);
        String pool = disks.poolOf(disk).path("id").asText();
        DataDisks.write(before, 1, WRITTEN_AT);
        String bytes = DataDisks.digest(before);
        long allocated = allocated();

        api.post(path + "/move", Map.of()).expecting(200);
        RunningSuite.crash("host-agent");
        isAt(path, "VERIFYING", "FILLING", "REMOVING");
        RunningSuite.crash("storage");
        isAt(path, "FILLING", "REMOVING");
        RunningSuite.crash("host-agent");
        disks.isIn(path, "AVAILABLE");
        RunningSuite.crash("storage");
        Eventually.until(TIMEOUT, () -> {
            JsonNode seen = api.get(path).body();
            return seen.has("id") && !seen.has("moveStep");
        });

        assertThat(disks.poolOf(disk).path("id").asText()).isNotEqualTo(pool);
        Path after = disks.fileOf(disk);
        assertThat(after).isNotEqualTo(before);
        assertThat(DataDisks.digest(after)).isEqualTo(bytes);
        assertThat(before).doesNotExist();
        assertThat(allocated()).isEqualTo(allocated);
        api.delete(path + "?now=true").expecting(200);
        disks.isIn(path, "DELETED");
        assertThat(after).doesNotExist();
    }

    /** It may be further by the time that one looks, and be there already. */
    private void isAt(String path, String... steps) {
        Eventually.until(TIMEOUT, () -> {
            JsonNode seen = api.get(path).body();
            return List.of(steps).contains(seen.path("moveStep").asText())
                    || seen.path("status").asText().equals("AVAILABLE");
        });
    }

    private long allocated() {
        return StreamSupport.stream(disks.pools().spliterator(), false)
                .mapToLong(pool -> pool.path("allocatedGb").asLong())
                .sum();
    }
}
