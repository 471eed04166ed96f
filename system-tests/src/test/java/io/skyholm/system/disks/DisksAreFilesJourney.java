package io.skyholm.system.disks;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.DataDisks;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Disks are files on the hosts of their pools, whoever is killed while they are made, grown and removed. */
class DisksAreFilesJourney {

    private static final long GIB = 1L << 30;
    private static final int DISKS = 8;

    private final DataDisks owned = DataDisks.ofSomebody();
    private final Api api = owned.owner();

    @Test
    void theyAreMadeGrownAndGoneThoughStorageAndTheAgentAreKilled() throws IOException {
        long before = allocated();
        List<String> disks = IntStream.range(0, DISKS)
                .mapToObj(number -> owned.make(Map.of()))
                .toList();
        RunningSuite.crash("host-agent");
        disks.forEach(disk -> owned.isIn("/v1/disks/" + disk, "AVAILABLE"));
        for (String disk : disks) {
            assertThat(Files.size(owned.fileOf(disk))).isEqualTo(GIB);
            api.post("/v1/disks/" + disk + "/grow", Map.of("sizeGb", 2)).expecting(200);
        }
        RunningSuite.crash("storage");
        disks.forEach(disk -> owned.isIn("/v1/disks/" + disk, "AVAILABLE"));
        for (String disk : disks) {
            assertThat(Files.size(owned.fileOf(disk))).isEqualTo(2 * GIB);
        }
        assertThat(allocated() - before).isEqualTo(2 * DISKS);
        List<Path> files = disks.stream().map(owned::fileOf).toList();
        areTakenBack(disks);
        assertThat(files).allSatisfy(file -> assertThat(file).hasSize(2 * GIB));
        disks.forEach(disk -> api.delete("/v1/disks/" + disk + "?now=true").expecting(200));
        RunningSuite.crash("host-agent");
        disks.forEach(disk -> owned.isIn("/v1/disks/" + disk, "DELETED"));
        assertThat(files).allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(allocated()).isEqualTo(before);
    }

    /** Whoever has deleted one has it again, though storage is killed in between. */
    private void areTakenBack(List<String> disks) {
        disks.forEach(disk -> api.delete("/v1/disks/" + disk).expecting(200));
        RunningSuite.crash("storage");
        for (String disk : disks) {
            owned.isIn("/v1/disks/" + disk, "AVAILABLE");
            api.post("/v1/disks/" + disk + "/restore", Map.of()).expecting(200);
        }
    }

    private long allocated() {
        return StreamSupport.stream(owned.pools().spliterator(), false)
                .mapToLong(pool -> pool.path("allocatedGb").asLong())
                .sum();
    }
}
