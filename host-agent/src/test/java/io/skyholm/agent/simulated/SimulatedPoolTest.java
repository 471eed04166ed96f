package io.skyholm.agent.simulated;

import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.DiskPoolContract;
import java.nio.file.Path;
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
}
