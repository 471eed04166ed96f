package io.skyholm.system.benchmarks.disk;

import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.rbd.CephSettings;
import io.skyholm.agent.pool.rbd.RbdPool;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** By the agent's pool. */
final class PoolDisks implements DiskWork {

    private static final DiskSource SOURCE = new DiskSource(UUID.randomUUID(), DiskFormat.RAW, "");

    private static final DiskKeys KEYS = new DiskKeys(1, DiskBenchmark.PASSPHRASE, List.of());

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RbdPool pool;

    PoolDisks(CephSettings settings) {
        this.pool = new RbdPool(
                settings.namespace(),
                PATIENCE,
                (source, target, size) -> target.write(ByteBuffer.allocate(DiskBenchmark.IMAGE_BYTES), 0),
                (object, content) -> {
                    throw new IOException("nothing is measured that leaves the pool");
                });
        pool.connect(UUID.randomUUID(), settings);
        UUID first = UUID.randomUUID();
        createFromImage(first);
        remove(first);
    }

    @Override
    public void create(UUID disk) {
        pool.create(disk, DiskBenchmark.SIZE, null);
    }

    @Override
    public void createFromImage(UUID disk) {
        pool.create(disk, DiskBenchmark.SIZE, SOURCE);
    }

    @Override
    public void createEncrypted(UUID disk) {
        pool.create(disk, DiskBenchmark.SIZE, null, KEYS);
    }

    @Override
    public void openEncrypted(UUID disk) {
        if (!pool.isOpenedBy(disk, KEYS)) {
            throw new IllegalStateException("its key does not open disk " + disk);
        }
    }

    @Override
    public void snapshot(UUID disk) {
        pool.takeSnapshot(disk, disk);
    }

    @Override
    public void removeSnapshot(UUID disk) {
        pool.removeSnapshot(disk);
    }

    @Override
    public void remove(UUID disk) {
        pool.remove(disk);
    }

    @Override
    public void close() {
        pool.close();
    }
}
