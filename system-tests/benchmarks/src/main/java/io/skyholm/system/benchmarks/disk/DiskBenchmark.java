package io.skyholm.system.benchmarks.disk;

import io.skyholm.agent.pool.rbd.CephSettings;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephHosts;
import io.skyholm.local.ceph.CephKeys;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import io.skyholm.system.benchmarks.measure.Latencies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Disks made, made of an image, snapshot and removed by the agent's pool, next to the same calls of librbd alone on the same cluster: by 32 clients, which
 * shows how many there can be, and by one, which shows how long each takes.
 */
public final class DiskBenchmark implements Benchmark {

    static final long SIZE = 10L << 30;
    static final int IMAGE_BYTES = 8 << 20;

    static final String PASSPHRASE = "5ca1ab1e".repeat(8);

    private static final int CLIENTS = 32;
    private static final int DISKS = 640;

    /** Librbd takes two seconds of a processor for each, to find out how slow its key may be. */
    private static final int ENCRYPTED_DISKS = 32;

    private static final int WARM_UP = 64;

    /** librados needs more than a thread of Java has. */
    private static final long STACK_BYTES = 4L << 20;

    private final ExecutorService clients = Executors.newFixedThreadPool(
            CLIENTS, Thread.ofPlatform().daemon().stackSize(STACK_BYTES).factory());

    /** One kind of work, and what it is called. */
    private record Kind(String name, int disks, Step step) {

        Kind(String name, Step step) {
            this(name, DISKS, step);
        }
    }

    /** Does it with one disk. */
    private interface Step {

        void with(DiskWork work, UUID disk) throws IOException;
    }

    /** How many in a second, and how long one took. */
    private record Speed(double perSecond, double middle, double slow) {}

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.inCeph("ceph-osd");
                DiskWork bare = new BareImages(settings(suite, "host-1"));
                DiskWork pool = new PoolDisks(settings(suite, "host-2"))) {
            for (DiskWork work : List.of(bare, pool)) {
                List<UUID> disks = ids(WARM_UP);
                for (Kind kind : kinds()) {
                    measure(kind, work, disks.subList(0, Math.min(kind.disks() / 8, disks.size())), CLIENTS);
                }
            }
            compare(bare, pool, CLIENTS, 1);
            compare(bare, pool, 1, 10);
        }
    }

    /** One of so many disks is enough where one client works on them. */
    private void compare(DiskWork bare, DiskWork pool, int many, int part) throws Exception {
        System.out.printf(
                "%n%-16s %8s %7s %7s %10s %7s %7s %7s %12s%n",
                many == 1 ? "one client" : many + " clients",
                "pool/s",
                "p50 ms",
                "p99 ms",
                "librbd/s",
                "p50 ms",
                "p99 ms",
                "ratio",
                "p50 adds ms");
        List<UUID> disks = ids(DISKS);
        for (Kind kind : kinds()) {
            List<UUID> some = disks.subList(0, kind.disks() / part);
            Speed alone = measure(kind, bare, some, many);
            Speed ours = measure(kind, pool, some, many);
            System.out.printf(
                    "%-16s %8.0f %7.1f %7.1f %10.0f %7.1f %7.1f %7.2f %12.1f%n",
                    kind.name(),
                    ours.perSecond(),
                    ours.middle(),
                    ours.slow(),
                    alone.perSecond(),
                    alone.middle(),
                    alone.slow(),
                    ours.perSecond() / alone.perSecond(),
                    ours.middle() - alone.middle());
        }
    }

    /** In this order nothing is left at the end. */
    private static List<Kind> kinds() {
        return List.of(
                new Kind("create", DiskWork::create),
                new Kind("delete", DiskWork::remove),
                new Kind("clone of image", DiskWork::createFromImage),
                new Kind("snapshot", DiskWork::snapshot),
                new Kind("delete snapshot", DiskWork::removeSnapshot),
                new Kind("delete clone", DiskWork::remove),
                new Kind("create encrypted", ENCRYPTED_DISKS, DiskWork::createEncrypted),
                new Kind("open encrypted", ENCRYPTED_DISKS, DiskWork::openEncrypted),
                new Kind("delete encrypted", ENCRYPTED_DISKS, DiskWork::remove));
    }

    private Speed measure(Kind kind, DiskWork work, List<UUID> disks, int many) throws Exception {
        Latencies latencies = new Latencies();
        ConcurrentLinkedQueue<UUID> waiting = new ConcurrentLinkedQueue<>(disks);
        long begun = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < many; client++) {
            running.add(clients.submit(() -> {
                for (UUID disk = waiting.poll(); disk != null; disk = waiting.poll()) {
                    long began = System.nanoTime();
                    kind.step().with(work, disk);
                    latencies.add(System.nanoTime() - began);
                }
                return kind;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Speed(disks.size() / seconds, latencies.milliseconds(0.5), latencies.milliseconds(0.99));
    }

    private static CephSettings settings(BenchSuite suite, String namespace) {
        String key = CephKeys.secretIn(suite.folder("ceph").resolve("client.admin.keyring"));
        String monitor = "v2:127.0.0.1:" + suite.port(CephFiles.PORT);
        return new CephSettings(List.of(monitor), key, "admin", CephHosts.POOL, namespace);
    }

    private static List<UUID> ids(int number) {
        return Stream.generate(UUID::randomUUID).limit(number).toList();
    }
}
