package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import io.skyholm.system.benchmarks.measure.PgBench;
import io.skyholm.system.benchmarks.measure.ProcessorTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether tables stop growing into which 1,000 rows a second are written: each begins as full as it would be after a long
 * time at that pace, and as many rows reach their end each second. First, how fast a backlog goes.
 */
final class HousekeepingBenchmark implements Benchmark {

    private static final int PER_SECOND = 1_000;
    private static final int CLIENTS = 8;
    private static final int BACKLOG = 300_000;
    private static final Duration MEASURED =
            Duration.ofSeconds(Integer.parseInt(System.getenv().getOrDefault("SKYHOLM_BENCH_SECONDS", "120")));
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** What may be added to a table that has stopped growing: rows that wait for the next round, and for the vacuum. */
    private static final double MOST_GROWTH = 1.15;

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with("postgres", "kafka", "identity");
                ExpiringTables tables = new ExpiringTables(suite)) {
            catchUp(tables);
            tables.fill(PER_SECOND, MEASURED.plus(LOOK));
            keepUp(suite, tables);
        }
    }

    private static void catchUp(ExpiringTables tables) throws Exception {
        tables.fillOverdue(BACKLOG);
        long deleted = tables.awaitFirstDeletion(TIMEOUT);
        long begin = System.nanoTime();
        long end = begin + TIMEOUT.toNanos();
        while (tables.overdue() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Old rows are still there: " + tables.overdue());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "a backlog of %d rows in each of three tables: %.0f rows/s%n",
                BACKLOG, (3 * BACKLOG - deleted) / seconds);
    }

    private static void keepUp(BenchSuite suite, ExpiringTables tables) throws Exception {
        double service = ProcessorTime.ofAll(suite.process("identity"));
        double database = ProcessorTime.ofAll(suite.process("postgres"));
        CompletableFuture<Double> writing = CompletableFuture.supplyAsync(() -> write(suite));
        System.out.printf("%8s %s%n", "seconds", ExpiringTables.HEADER);
        long first = tables.print(0);
        long last = first;
        for (Duration at = LOOK; at.compareTo(MEASURED) <= 0; at = at.plus(LOOK)) {
            LockSupport.parkNanos(LOOK.toNanos());
            last = tables.print(at.toSeconds());
        }
        double written = writing.join() * MEASURED.toSeconds();
        System.out.printf(
                "%.0f transactions of three rows a second; a transaction and the end of three rows cost %.0f us of the"
                        + " database and %.0f us of the service%n",
                written / MEASURED.toSeconds(),
                (ProcessorTime.ofAll(suite.process("postgres")) - database) / written,
                (ProcessorTime.ofAll(suite.process("identity")) - service) / written);
        if (last > first * MOST_GROWTH) {
            throw new IllegalStateException("The tables grow: from %d to %d bytes".formatted(first, last));
        }
        System.out.printf("from %d to %d MB: the tables stop growing%n", first / 1_000_000, last / 1_000_000);
    }

    private static double write(BenchSuite suite) {
        try (InputStream script = HousekeepingBenchmark.class.getResourceAsStream("/housekeeping.pgb")) {
            String text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            return new PgBench(suite).run(text, CLIENTS, MEASURED, PER_SECOND);
        } catch (IOException failure) {
            throw new CompletionException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CompletionException(ended);
        }
    }
}
