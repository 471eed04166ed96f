package io.skyholm.system.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of committed events that notes when each arrived. */
final class Listener implements AutoCloseable {

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> received = new ConcurrentHashMap<>();
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

    void sent(List<UUID> ids) {
        long now = System.nanoTime();
        for (UUID id : ids) {
            sent.put(id.toString(), now);
        }
    }

    void awaitAll(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
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
    }

    /** The spread of the times from commit to arrival. */
    String latencies() {
        long[] nanos = sent.entrySet().stream()
                .mapToLong(event -> received.getOrDefault(event.getKey(), Long.MAX_VALUE) - event.getValue())
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
                    received.putIfAbsent(new String(id.value(), StandardCharsets.UTF_8), System.nanoTime());
                }
            }
        }
    }
}
