package io.skyholm.agent.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.DiskPoolContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedPoolTest extends DiskPoolContract {

    private final Path file;
    private final DiskPool pool;

    SimulatedPoolTest(@TempDir Path folder) {
        this.file = folder.resolve("disks.jsonl");
        this.pool = startedAnew();
    }

    @Override
    protected DiskPool pool() {
        return pool;
    }

    @Override
    protected DiskPool startedAnew() {
        return new SimulatedPool(FaultInjection.none(), file);
    }

    @Test
    void whatAnOlderAgentWroteIsStillRead() throws IOException {
        UUID disk = UUID.randomUUID();
        Files.writeString(file, """
                {"disk":{"id":"%s","sizeBytes":1073741824,"whole":true}}
                """.formatted(disk));
        assertThat(startedAnew().disk(disk)).contains(new Disk(disk, 1L << 30, true));
        assertThat(startedAnew().disks()).hasSize(1);
    }
}
