package io.skyholm.system.benchmarks.events;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of committed events that notes when each arrived, and how many arrived again. */
final class Listener implements AutoCloseable {

    private final Map<String, Commit> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> received = new ConcurrentHashMap<>();
    private final AtomicInteger again = new AtomicInteger();
    private final KafkaConsumer<String, String> consumer;
    private final Thread reader;
    private volatile boolean closing;

    Listener(BenchSuite suite, List<String> topics) {
        Map<String, Object> settings = suite.kafka(Map.of("enable.auto.commit", "false", "max.poll.records", "2000"));
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        reader = Thread.ofPlatform().name("listener").start(this::read);
    }

    void sent(String topic, List<UUID> ids) {
        Commit commit = new Commit(topic, System.nanoTime());
        for (UUID id : ids) {
            sent.put(id.toString(), commit);
        }
    }

    void awaitAll(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!received.keySet().containsAll(sent.keySet())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Of " + sent.size() + " events only " + received.size() + " arrived");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    void forget() {
        sent.clear();
        received.clear();
        again.set(0);
    }

    /** How many events arrived a second time. */
    int again() {
        return again.get();
    }

    /** The spread of the times from commit to arrival, of the events of these topics. */
    String latencies(Predicate<String> topics) {
        long[] nanos = sent.entrySet().stream()
                .filter(event -> topics.test(event.getValue().topic()))
                .mapToLong(event -> received.getOrDefault(event.getKey(), Long.MAX_VALUE)
                        - event.getValue().at())
                .sorted()
                .toArray();
        return "p50 %.1f ms, p99 %.1f ms, most %.1f ms"
                .formatted(
                        nanos[nanos.length / 2] / 1e6,
                        nanos[nanos.length * 99 / 100] / 1e6,
                        nanos[nanos.length - 1] / 1e6);
    }

    @Override
    public void close() {
        closing = true;
        while (reader.isAlive()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        consumer.close();
    }

    private void read() {
        while (!closing) {
            for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(100))) {
                Header id = event.headers().lastHeader("ce_id");
                if (id != null) {
                    note(new String(id.value(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void note(String id) {
        if (received.putIfAbsent(id, System.nanoTime()) != null) {
            again.incrementAndGet();
        }
    }

    private record Commit(String topic, long at) {}
}
