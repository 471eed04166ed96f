package io.skyholm.system.benchmarks.events;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * From the commit of an outbox row to a consumer: at low load, under load, to topics that are new, and as a burst next to
 * the same bytes produced straight to Kafka.
 */
public final class EventsBenchmark implements Benchmark {

    private static final String TOPIC = "identity.tenant";
    private static final int WARM_UP = 20_000;
    private static final int WARM_UP_PACED = 5_000;
    private static final int WARM_UP_PER_SECOND = 500;
    private static final int CALM_EVENTS = 1_000;
    private static final int CALM_PER_SECOND = 40;
    private static final int BUSY_EVENTS = 10_000;
    private static final int BUSY_PER_SECOND = 1_000;
    private static final int NEW_TOPICS_TO_WARM_UP = 50;
    private static final int NEW_TOPICS = 250;
    private static final int NEW_TOPICS_PER_SECOND = 50;
    private static final int BURST = 50_000;
    private static final int ROWS_PER_COMMIT = 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with("postgres", "kafka", "connect", "identity");
                Listener listener = new Listener(suite, List.of(TOPIC));
                OutboxWriter writer = new OutboxWriter(suite)) {
            warmUp(listener, writer);
            paced(listener, writer, CALM_EVENTS, CALM_PER_SECOND);
            paced(listener, writer, BUSY_EVENTS, BUSY_PER_SECOND);
            newTopics(suite, writer);
            burst(listener, writer);
            System.out.printf(
                    "straight to Kafka, %d events: %.0f events/s%n",
                    BURST, new StraightToKafka(suite).run(BURST, OutboxWriter.payload(UUID.randomUUID())));
        }
    }

    /** Every JVM on the way was started a moment ago, and compiles what it runs often. */
    private static void warmUp(Listener listener, OutboxWriter writer) throws SQLException {
        writer.burst(listener, TOPIC, WARM_UP, ROWS_PER_COMMIT);
        listener.awaitAll(TIMEOUT);
        writer.pace(listener, List.of(TOPIC), WARM_UP_PACED, WARM_UP_PER_SECOND);
        listener.awaitAll(TIMEOUT);
        System.out.printf(
                "warmed up by %d events in a burst and %d at %d/s%n", WARM_UP, WARM_UP_PACED, WARM_UP_PER_SECOND);
    }

    private static void paced(Listener listener, OutboxWriter writer, int events, int perSecond) throws SQLException {
        listener.forget();
        double achieved = writer.pace(listener, List.of(TOPIC), events, perSecond);
        listener.awaitAll(TIMEOUT);
        System.out.printf(
                "commit to consumer, %d events at %d/s (%.1f/s achieved): %s; %d came again%n",
                events, perSecond, achieved, listener.latencies(topic -> true), listener.again());
    }

    /**
     * Every other event goes to a topic that never had one, as the first desired state of a host does. Topics are made when
     * hosts join: what that costs is over when the first of them are used, which are not measured.
     */
    private static void newTopics(BenchSuite suite, OutboxWriter writer)
            throws SQLException, ExecutionException, InterruptedException {
        List<String> fresh = IntStream.range(0, NEW_TOPICS_TO_WARM_UP + NEW_TOPICS)
                .mapToObj(number -> "bench.new." + number)
                .toList();
        try (Admin admin = Admin.create(suite.kafka(Map.of()))) {
            admin.createTopics(fresh.stream()
                            .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        }
        try (Listener both = new Listener(
                suite, Stream.concat(fresh.stream(), Stream.of(TOPIC)).toList())) {
            paceNew(both, writer, fresh.subList(0, NEW_TOPICS_TO_WARM_UP));
            both.forget();
            double achieved = paceNew(both, writer, fresh.subList(NEW_TOPICS_TO_WARM_UP, fresh.size()));
            System.out.printf(
                    "first event of each of %d new topics, and as many to one that is not new, %.1f/s achieved:%n",
                    NEW_TOPICS, achieved);
            System.out.printf("  to new topics: %s%n", both.latencies(topic -> !topic.equals(TOPIC)));
            System.out.printf("  to the other: %s; %d came again%n", both.latencies(TOPIC::equals), both.again());
        }
    }

    private static double paceNew(Listener both, OutboxWriter writer, List<String> fresh) throws SQLException {
        List<String> alternating =
                fresh.stream().flatMap(name -> Stream.of(name, TOPIC)).toList();
        double achieved = writer.pace(both, alternating, alternating.size(), 2 * NEW_TOPICS_PER_SECOND);
        both.awaitAll(TIMEOUT);
        return achieved;
    }

    private static void burst(Listener listener, OutboxWriter writer) throws SQLException {
        listener.forget();
        long begin = System.nanoTime();
        writer.burst(listener, TOPIC, BURST, ROWS_PER_COMMIT);
        long committed = System.nanoTime();
        listener.awaitAll(TIMEOUT);
        long drained = System.nanoTime();
        System.out.printf(
                "burst of %d events, %d per commit: written in %.2f s, last one received %.2f s later, %.0f events/s;"
                        + " %d came again%n",
                BURST,
                ROWS_PER_COMMIT,
                (committed - begin) / 1e9,
                (drained - committed) / 1e9,
                BURST / ((drained - begin) / 1e9),
                listener.again());
    }
}
